package io.otpstream.streams.arrivals;

import io.otpstream.contract.JsonSerde;
import java.util.function.Function;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Values as rows of JSON. What can't be read is logged and null: these are statistics, which begin anew, and nothing may
 * stop because of them. May be used by several threads.
 *
 * @param <T> the value
 * @param <R> its row, whose conversion refuses with {@link IllegalArgumentException} what is no value
 */
final class ForgivingSerde<T, R extends Record> implements Serde<T> {

    private static final Logger LOG = LoggerFactory.getLogger(ForgivingSerde.class);

    private final Serde<R> rows;
    private final Function<T, R> toRow;
    private final Function<R, T> toValue;

    ForgivingSerde(Class<R> row, Function<T, R> toRow, Function<R, T> toValue) {
        this.rows = JsonSerde.of(row);
        this.toRow = toRow;
        this.toValue = toValue;
    }

    @Override
    public Serializer<T> serializer() {
        return this::write;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this::read;
    }

    private byte @Nullable [] write(String topic, @Nullable T value) {
        return value == null ? null : rows.serializer().serialize(topic, toRow.apply(value));
    }

    private @Nullable T read(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return toValue.apply(rows.deserializer().deserialize(topic, bytes));
        } catch (SerializationException | IllegalArgumentException notOurs) {
            LOG.warn("A record of {} is left out: {}", topic, notOurs.getMessage());
            return null;
        }
    }
}
