package io.otpstream.client;

import io.otpstream.contract.Topic;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the values of records whose topic is known. */
final class RecordReader {

    private static final Logger LOG = LoggerFactory.getLogger(RecordReader.class);

    private RecordReader() {}

    static boolean isFrom(Topic<String, ?> topic, ConsumerRecord<String, byte[]> record) {
        return record.topic().equals(topic.name());
    }

    /**
     * The value; empty for a tombstone.
     *
     * @throws SerializationException for bytes that break the contract; its sentence quotes nothing of them
     */
    static <V> Optional<V> read(Topic<String, V> topic, ConsumerRecord<String, byte[]> record) {
        return record.value() == null
                ? Optional.empty()
                : Optional.of(topic.valueSerde().deserializer().deserialize(topic.name(), record.value()));
    }

    /** The value, or nothing and a warning: where one broken record must not hide all others. */
    static <V> Optional<V> readOrWarn(Topic<String, V> topic, ConsumerRecord<String, byte[]> record) {
        try {
            return read(topic, record);
        } catch (SerializationException broken) {
            LOG.warn("Left out a record: {}", broken.getMessage());
            return Optional.empty();
        }
    }
}
