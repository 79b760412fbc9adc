package io.otpstream.contract;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;

/**
 * One public topic, as a program uses it.
 *
 * @param name the topic's name
 * @param keySerde for the record's key; may be used by several threads
 * @param valueSerde for the record's value; may be used by several threads
 * @param partitions how many partitions it is created with
 * @param retention how long records are kept; null where {@code cleanup} is not by age
 * @param cleanup how it gets rid of old records
 * @param config topic configuration beside what the above says, in Kafka's words
 */
public record Topic<K, V>(
        String name,
        Serde<K> keySerde,
        Serde<V> valueSerde,
        int partitions,
        @Nullable Duration retention,
        Cleanup cleanup,
        Map<String, String> config) {

    /** Keeps its own copy of the configuration. */
    public Topic {
        config = Map.copyOf(config);
    }
}
