package io.otpstream.app.cluster;

import io.otpstream.contract.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record as it was read.
 *
 * @param topic the topic's name
 * @param key empty where the record has none
 * @param value not looked at yet; null for a tombstone. May hold secrets
 * @param timestamp of the record, by the topic's clock
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; a copy per record would serve nobody either
public record TopicRecord(String topic, String key, byte @Nullable [] value, Instant timestamp) {

    private static final Logger LOG = LoggerFactory.getLogger(TopicRecord.class);

    /** What is kept of a record that was read whole. */
    public static TopicRecord of(ConsumerRecord<byte[], byte[]> whole) {
        return new TopicRecord(
                whole.topic(),
                whole.key() == null ? "" : new String(whole.key(), StandardCharsets.UTF_8),
                whole.value(),
                Instant.ofEpochMilli(whole.timestamp()));
    }

    /** Whether it was read from this topic. */
    public boolean isFrom(Topic<?, ?> other) {
        return topic.equals(other.name());
    }

    /**
     * The value as the topic it was read from has it; nothing for a tombstone, and for bytes that break the contract, which
     * a warning tells: one broken record must not hide all others.
     */
    public <V> Optional<V> read(Topic<String, V> from) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(from.valueSerde().deserializer().deserialize(topic, value));
        } catch (SerializationException broken) {
            LOG.warn("Skipped the record of {}: {}", key, broken.getMessage());
            return Optional.empty();
        }
    }

    /** Leaves out the value. */
    @Override
    public String toString() {
        return "TopicRecord[topic=" + topic + ", key=" + key + ", timestamp=" + timestamp + "]";
    }
}
