package io.otpstream.dashboard.tables;

import io.otpstream.contract.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The last value of each key of a compacted topic. Written by one thread, read by any.
 *
 * @param <V> the value
 */
final class KeyedTable<V> {

    private static final Logger LOG = LoggerFactory.getLogger(KeyedTable.class);

    private final Topic<String, V> topic;
    private final ConcurrentSkipListMap<String, V> rows = new ConcurrentSkipListMap<>();

    KeyedTable(Topic<String, V> topic) {
        this.topic = topic;
    }

    /** A tombstone takes the row away; bytes that break the contract leave it as it was. */
    void accept(String key, byte @Nullable [] bytes) {
        if (bytes == null) {
            rows.remove(key);
        } else {
            read(topic, bytes).ifPresent(value -> rows.put(key, value));
        }
    }

    Optional<V> row(String key) {
        return Optional.ofNullable(rows.get(key));
    }

    /** As they are now, by key. */
    List<V> values() {
        return new ArrayList<>(rows.values());
    }

    /** The value, or nothing and a warning: one broken record must not hide all others. */
    static <V> Optional<V> read(Topic<String, V> topic, byte[] bytes) {
        try {
            return Optional.ofNullable(topic.valueSerde().deserializer().deserialize(topic.name(), bytes));
        } catch (SerializationException broken) {
            // The sentence names topic and field and quotes nothing.
            LOG.warn("Left out a record: {}", broken.getMessage());
            return Optional.empty();
        }
    }
}
