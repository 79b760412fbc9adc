package io.otpstream.streams.fleet;

import io.otpstream.contract.JsonSerde;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serde;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads and writes one kind of the records that processes exchange. Safe for use by several threads.
 *
 * @param <T> the kind
 */
public final class Messages<T extends Record> {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    /** On {@code otpstream.pauses}. */
    public static final Messages<Pause> PAUSES =
            new Messages<>(Pause.TOPIC, Pause.class, Pause::version, Pause.VERSION);

    /** On {@code otpstream.budget-demand}. */
    public static final Messages<DemandRecord> DEMANDS =
            new Messages<>(DemandRecord.TOPIC, DemandRecord.class, DemandRecord::version, DemandRecord.VERSION);

    /** On {@code otpstream.budget-leases}. */
    public static final Messages<LeaseRecord> LEASES =
            new Messages<>(LeaseRecord.TOPIC, LeaseRecord.class, LeaseRecord::version, LeaseRecord.VERSION);

    /** On {@code otpstream.balance-readings}. */
    public static final Messages<BalanceReading> READINGS =
            new Messages<>(BalanceReading.TOPIC, BalanceReading.class, BalanceReading::version, BalanceReading.VERSION);

    /** On {@code otpstream.controls}. */
    public static final Messages<OrdersPaused> CONTROLS =
            new Messages<>(OrdersPaused.TOPIC, OrdersPaused.class, OrdersPaused::version, OrdersPaused.VERSION);

    private final String topic;
    private final Serde<T> serde;
    private final ToIntFunction<T> version;
    private final int current;

    /**
     * One kind.
     *
     * @param topic of one partition
     * @param version asked of a record that was read
     * @param current the only version that counts
     */
    public Messages(String topic, Class<T> type, ToIntFunction<T> version, int current) {
        this.topic = topic;
        this.serde = JsonSerde.of(type);
        this.version = version;
        this.current = current;
    }

    /** What the record says; empty if it is of another version, or not ours. */
    public Optional<T> read(ConsumerRecord<byte[], byte[]> record) {
        return read(record.value());
    }

    /** The same of a record's value; empty for a tombstone as well. */
    public Optional<T> read(byte @Nullable [] value) {
        try {
            T message = serde.deserializer().deserialize(topic, value);
            return Optional.ofNullable(message).filter(read -> version.applyAsInt(read) == current);
        } catch (SerializationException notOurs) {
            LOG.warn("a record of {} can't be read: {}", topic, notOurs.getMessage());
            return Optional.empty();
        }
    }

    /** The record that says it, on the only partition of its topic. */
    public ProducerRecord<byte[], byte[]> write(String key, T message) {
        return new ProducerRecord<>(
                topic,
                0,
                key.getBytes(StandardCharsets.UTF_8),
                serde.serializer().serialize(topic, message));
    }
}
