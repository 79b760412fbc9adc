package io.otpstream.dashboard.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.javalin.http.Context;
import java.io.UncheckedIOException;

/** JSON as it is on the topics: names in snake_case, instants as RFC 3339 in UTC, and what isn't known is left out. */
public final class ApiJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .build();

    private ApiJson() {}

    /** Answers with a record, a map or a tree. */
    public static void send(Context ctx, Object value) {
        ctx.contentType("application/json; charset=utf-8").result(text(value));
    }

    /** A record as an object that can be added to. */
    public static ObjectNode object(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** An object with nothing in it yet. */
    public static ObjectNode empty() {
        return MAPPER.createObjectNode();
    }

    /** On one line. */
    public static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("an answer can't be written as JSON", impossible);
        }
    }
}
