package io.otpstream.streams.calls;

import io.otpstream.contract.JsonSerde;
import java.time.Duration;
import java.util.List;
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
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(1);

    private final org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer;
    private final String self;
    private final Consumer<Pause> heard;
    private final Deserializer<Pause> deserializer = JsonSerde.of(Pause.class).deserializer();
    private final Thread thread;
    private volatile boolean closing;

    /**
     * Takes over the consumer and closes it in the end.
     *
     * @param consumer without a group
     * @param self what this process calls itself
     * @param heard told of every pause of another process
     */
    public PauseListener(
            org.apache.kafka.clients.consumer.Consumer<byte[], byte[]> consumer, String self, Consumer<Pause> heard) {
        this.consumer = consumer;
        this.self = self;
        this.heard = heard;
        this.thread = Thread.ofPlatform().daemon().name("otpstream-pauses").unstarted(this::listen);
    }

    /** Begins to listen. */
    public void start() {
        thread.start();
    }

    /** Hears nothing any more. */
    public void close() {
        closing = true;
        consumer.wakeup();
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        try {
            List<TopicPartition> only = List.of(new TopicPartition(Pause.TOPIC, 0));
            consumer.assign(only);
            consumer.seekToEnd(only);
            while (!closing) {
                consumer.poll(POLL).forEach(this::read);
            }
        } catch (WakeupException end) {
            LOG.debug("no pauses are heard any more");
        } catch (KafkaException failure) {
            LOG.error("Pauses of other processes can't be heard: this one finds out by itself", failure);
        } finally {
            consumer.close(CloseOptions.timeout(CLOSE_WITHIN));
        }
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
