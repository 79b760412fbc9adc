package io.otpstream.streams.fleet;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears what other processes say, and this one too, on topics of one partition that every process reads. */
public final class FleetListener {

    private static final Logger LOG = LoggerFactory.getLogger(FleetListener.class);
    private static final Duration POLL = Duration.ofMinutes(1);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final List<Subscription> subscriptions;
    private final Runnable onListening;
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /** Where reading begins. */
    public sealed interface Start {
        /** What was said before is past. */
        record AtTheEnd() implements Start {}

        /** Everything that is there counts. */
        record AtTheBeginning() implements Start {}

        /** What was said since then may count still. */
        record Since(Instant instant) implements Start {}
    }

    /**
     * A topic that is read.
     *
     * @param reader on the listener's thread; must not throw
     */
    public record Subscription(
            String topic, Start start, java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> reader) {

        private TopicPartition partition() {
            return new TopicPartition(topic, 0);
        }
    }

    /**
     * Takes over the consumer and closes it in the end.
     *
     * @param consumer without a group
     * @param onListening run once when nothing can be missed any more, or when the brokers don't answer
     */
    public FleetListener(Consumer<byte[], byte[]> consumer, List<Subscription> subscriptions, Runnable onListening) {
        this.consumer = consumer;
        this.subscriptions = List.copyOf(subscriptions);
        this.onListening = onListening;
        this.thread = Thread.ofPlatform().daemon().name("otpstream-fleet").unstarted(this::listen);
    }

    /** Begins to listen. */
    public void start() {
        thread.start();
    }

    /** Hears nothing any more, soon; doesn't wait for that. */
    public void stop() {
        stopped.countDown();
        consumer.wakeup();
    }

    private void listen() {
        try {
            begin();
            onListening.run();
            while (!isStopped()) {
                poll();
            }
        } catch (WakeupException | InterruptedException end) {
            LOG.debug("nothing is heard any more");
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    /** Where the topics end is decided here, and not by the first poll. */
    private void begin() {
        consumer.assign(subscriptions.stream().map(Subscription::partition).toList());
        for (Subscription subscription : subscriptions) {
            try {
                seek(subscription);
            } catch (WakeupException end) {
                throw end;
            } catch (KafkaException failure) {
                LOG.warn("{} can't be read yet: {}", subscription.topic(), failure.toString());
            }
        }
    }

    private void seek(Subscription subscription) {
        TopicPartition partition = subscription.partition();
        switch (subscription.start()) {
            case Start.AtTheBeginning beginning -> consumer.seekToBeginning(List.of(partition));
            case Start.AtTheEnd end -> consumer.seekToEnd(List.of(partition));
            case Start.Since(Instant instant) -> {
                OffsetAndTimestamp first = consumer.offsetsForTimes(Map.of(partition, instant.toEpochMilli()))
                        .get(partition);
                if (first == null) {
                    consumer.seekToEnd(List.of(partition));
                } else {
                    consumer.seek(partition, first.offset());
                }
            }
        }
        consumer.position(partition);
    }

    private void poll() throws InterruptedException {
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                subscriptions.stream()
                        .filter(subscription -> subscription.topic().equals(record.topic()))
                        .forEach(subscription -> subscription.reader().accept(record));
            }
        } catch (WakeupException end) {
            throw end;
        } catch (KafkaException failure) {
            LOG.warn("Other processes can't be heard just now: {}", failure.toString());
            if (stopped.await(TRY_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("and need not be heard any more");
            }
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }
}
