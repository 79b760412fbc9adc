package io.otpstream.streams.calls;

import io.otpstream.contract.JsonSerde;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears from the other processes when orders must stop. What was said before it began is past: a start checks anyway. */
public final class PauseListener {

    private static final Logger LOG = LoggerFactory.getLogger(PauseListener.class);
    private static final Duration POLL = Duration.ofMinutes(1);
    private static final Duration TRY_AGAIN_AFTER = Duration.ofSeconds(5);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final String self;
    private final Runnable onListening;
    private final Consumer<Pause> heard;
    private final Deserializer<Pause> deserializer = JsonSerde.of(Pause.class).deserializer();
    private final Thread thread;
    private final CountDownLatch stopped = new CountDownLatch(1);

    /**
     * Takes over the consumer and closes it in the end.
     *
     * @param consumer without a group
     * @param self what this process calls itself
     * @param onListening run once when nothing can be missed any more, or when the brokers don't answer
     * @param heard told of every pause of another process
     */
    public PauseListener(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer,
            String self,
            Runnable onListening,
            Consumer<Pause> heard) {
        this.consumer = consumer;
        this.self = self;
        this.onListening = onListening;
        this.heard = heard;
        this.thread = Thread.ofPlatform().daemon().name("otpstream-pauses").unstarted(this::listen);
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
            LOG.debug("no pauses are heard any more");
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
    }

    /** Where the topic ends is decided here, and not by the first poll. */
    private void begin() {
        TopicPartition only = new TopicPartition(Pause.TOPIC, 0);
        consumer.assign(List.of(only));
        consumer.seekToEnd(List.of(only));
        try {
            consumer.position(only);
        } catch (WakeupException end) {
            throw end;
        } catch (KafkaException failure) {
            LOG.warn("Pauses of other processes can't be heard yet: {}", failure.toString());
        }
    }

    private void poll() throws InterruptedException {
        try {
            consumer.poll(POLL).forEach(this::read);
        } catch (WakeupException end) {
            throw end;
        } catch (KafkaException failure) {
            LOG.warn("Pauses of other processes can't be heard just now: {}", failure.toString());
            if (stopped.await(TRY_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("and need not be heard any more");
            }
        }
    }

    private boolean isStopped() {
        return stopped.getCount() == 0;
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        try {
            Pause pause = deserializer.deserialize(Pause.TOPIC, record.value());
            if (pause != null
                    && pause.version() == Pause.VERSION
                    && !pause.from().equals(self)) {
                heard.accept(pause);
            }
        } catch (SerializationException notOurs) {
            LOG.warn("a record of {} can't be read: {}", Pause.TOPIC, notOurs.getMessage());
        }
    }
}
