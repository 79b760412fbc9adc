package io.otpstream.contract;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * A record of the contract as JSON. A null value (a tombstone) stays null. May be used by several threads.
 *
 * <p>Bytes that aren't the record give a {@link SerializationException} which names the topic, the type and where it
 * went wrong, and quotes nothing of the content: that may be a code or a number. For the same reason it has no cause.
 *
 * @param <T> the record
 */
public final class JsonSerde<T> implements Serde<T> {

    private final String type;
    private final ObjectReader reader;
    private final ObjectWriter writer;

    private JsonSerde(Class<T> type) {
        this.type = type.getSimpleName();
        this.reader = Json.MAPPER.readerFor(type);
        this.writer = Json.MAPPER.writerFor(type);
    }

    /** The serde of one record type. */
    public static <T extends Record> JsonSerde<T> of(Class<T> type) {
        return new JsonSerde<>(type);
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
        if (value == null) {
            return null;
        }
        try {
            // By way of a String, because half a surrogate pair in a text message then becomes a question mark;
            // Jackson's own writer of bytes spells it as an escape, which strict readers of JSON refuse.
            return writer.writeValueAsString(value).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new SerializationException(topic + ": " + type + " can't be written as JSON");
        }
    }

    private @Nullable T read(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            T value = reader.readValue(bytes);
            if (value == null) {
                throw new SerializationException(topic + ": the value is JSON's null, not a " + type);
            }
            return value;
        } catch (JsonMappingException wrong) {
            throw new SerializationException(topic + ": the value is not a " + type + at(wrong));
        } catch (JsonProcessingException notJson) {
            throw new SerializationException(topic + ": the value is not JSON" + at(notJson.getLocation()));
        } catch (IOException notUtf8) {
            throw new SerializationException(topic + ": the value is not JSON in UTF-8");
        }
    }

    private static String at(JsonMappingException wrong) {
        String field =
                wrong.getPath().isEmpty() ? null : wrong.getPath().getFirst().getFieldName();
        return (field == null ? "" : ", see field " + field) + at(wrong.getLocation());
    }

    private static String at(@Nullable JsonLocation location) {
        return location == null || location.getByteOffset() < 0 ? "" : ", near byte " + location.getByteOffset();
    }
}
