package io.otpstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The JSON Schema of one topic as it lies in {@code topics/schemas}, formats asserted. */
final class TopicSchema {

    private final JsonNode root;
    private final Schema schema;

    private TopicSchema(String text) throws IOException {
        this.root = Json.MAPPER.readTree(text);
        this.schema = SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemaRegistryConfig(SchemaRegistryConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build()))
                .getSchema(text, InputFormat.JSON);
    }

    static TopicSchema of(Topic<?, ?> topic) {
        String path = "/topics/schemas/" + topic.name() + ".schema.json";
        try (@Nullable InputStream file = TopicSchema.class.getResourceAsStream(path)) {
            if (file == null) {
                throw new AssertionError(path + " is missing");
            }
            return new TopicSchema(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(path, unreadable);
        }
    }

    JsonNode root() {
        return root;
    }

    List<Error> errors(String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    boolean accepts(String json) {
        return errors(json).isEmpty();
    }
}
