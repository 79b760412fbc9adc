package io.otpstream.app.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otpstream.contract.Topic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** One JSON object on one line, for programs that read what the command answers. */
public final class JsonLine {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final ObjectNode object = MAPPER.createObjectNode();

    /** An object with nothing in it yet. */
    public static JsonLine empty() {
        return new JsonLine();
    }

    /** Adds a field; Java's numbers, texts, lists and maps as one expects, and null as null. */
    public JsonLine with(String name, @Nullable Object value) {
        object.set(name, MAPPER.valueToTree(value));
        return this;
    }

    /** Adds all fields of a record of the contract, spelled as on its topic. */
    public <V> JsonLine withAll(Topic<?, V> topic, V value) {
        byte[] json = topic.valueSerde().serializer().serialize(topic.name(), value);
        try {
            object.setAll((ObjectNode) MAPPER.readTree(new String(json, StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException("what the contract writes can be read", impossible);
        }
        return this;
    }

    /** The line, without its end. */
    @Override
    public String toString() {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("a tree can be written", impossible);
        }
    }
}
