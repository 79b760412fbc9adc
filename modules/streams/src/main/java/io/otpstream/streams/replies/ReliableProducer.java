package io.otpstream.streams.replies;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends records until the broker has them, however long that takes. Outside any transaction, because an answer that was
 * paid for must not be rolled back.
 *
 * <p>May write a record twice if the broker's acknowledgement was lost for longer than the producer's delivery
 * time-out: readers have to bear that. Safe for use by several threads; {@link #send} doesn't block.
 */
public final class ReliableProducer {

    private static final Logger LOG = LoggerFactory.getLogger(ReliableProducer.class);
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Producer<byte[], byte[]> producer;
    private final ScheduledExecutorService sender;
    private final ConcurrentSkipListMap<Long, Long> unacknowledged = new ConcurrentSkipListMap<>();
    private final AtomicLong sequence = new AtomicLong();

    /**
     * Takes over the producer and closes it in the end.
     *
     * @param producer idempotent, with {@code acks=all}
     */
    public ReliableProducer(Producer<byte[], byte[]> producer) {
        this.producer = producer;
        this.sender = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("otpstream-replies").factory());
    }

    /** Sends the record, in the order of the calls unless a failure makes one late. */
    public void send(ProducerRecord<byte[], byte[]> rec) {
        long number = sequence.getAndIncrement();
        unacknowledged.put(number, System.nanoTime());
        schedule(number, rec, Duration.ZERO);
    }

    /**
     * Sends a record that is not worth waiting for: once, and on a thread of its own, so that a topic that is missing or
     * forbidden holds up nothing else.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told
    public void sendAside(ProducerRecord<byte[], byte[]> rec) {
        Thread.ofVirtual().name("otpstream-aside").start(() -> {
            try {
                producer.send(rec, (metadata, failure) -> {
                    if (failure != null) {
                        notSentAside(rec, failure);
                    }
                });
            } catch (KafkaException | IllegalStateException failure) {
                notSentAside(rec, failure);
            }
        });
    }

    private static void notSentAside(ProducerRecord<byte[], byte[]> rec, Exception failure) {
        LOG.warn("a record for {} could not be written: {}", rec.topic(), failure.toString());
    }

    /** How long the oldest record that the broker hasn't acknowledged is waiting; zero if there is none. */
    public Duration oldestWait() {
        Map.Entry<Long, Long> oldest = unacknowledged.firstEntry();
        return oldest == null ? Duration.ZERO : Duration.ofNanos(System.nanoTime() - oldest.getValue());
    }

    /** What the producer counts, as it is now. */
    public Map<MetricName, ? extends Metric> metrics() {
        return producer.metrics();
    }

    /**
     * Waits for what is on its way, then gives up the rest, and says how much that was.
     *
     * @param atMost for handing over and for the acknowledgements
     */
    public void close(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        sender.shutdown();
        try {
            if (!sender.awaitTermination(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                sender.shutdownNow();
            }
        } catch (InterruptedException interrupted) {
            sender.shutdownNow();
            Thread.currentThread().interrupt();
        }
        producer.close(Duration.ofNanos(Math.max(0, end - System.nanoTime())));
        if (!unacknowledged.isEmpty()) {
            LOG.error("{} records were not acknowledged by the broker before the end", unacknowledged.size());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // attempt() handles what can go wrong
    private void schedule(long number, ProducerRecord<byte[], byte[]> rec, Duration delay) {
        try {
            // Not on the caller's thread: sending waits for metadata when the broker is away.
            sender.schedule(() -> attempt(number, rec), delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException closing) {
            LOG.error("a record for {} is lost: the pipeline is closing", rec.topic());
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the callback is told
    private void attempt(long number, ProducerRecord<byte[], byte[]> rec) {
        try {
            producer.send(rec, (metadata, failure) -> {
                if (failure == null) {
                    unacknowledged.remove(number);
                } else {
                    failed(number, rec, failure);
                }
            });
        } catch (KafkaException failure) {
            failed(number, rec, failure);
        }
    }

    private void failed(long number, ProducerRecord<byte[], byte[]> rec, Exception failure) {
        if (failure instanceof RecordTooLargeException) {
            unacknowledged.remove(number);
            LOG.error("a record for {} is lost: the broker takes none of its size", rec.topic());
            return;
        }
        LOG.warn("a record for {} could not be written and is tried again: {}", rec.topic(), failure.toString());
        schedule(number, rec, PAUSE);
    }
}
