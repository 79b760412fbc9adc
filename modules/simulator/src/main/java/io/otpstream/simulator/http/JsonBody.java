package io.otpstream.simulator.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.otpstream.simulator.vendor.RefusedException;
import java.io.IOException;
import java.util.Optional;

/** The JSON object in a request's body. Members that nobody asks for are ignored. */
final class JsonBody {

    private final JsonNode object;

    private JsonBody(JsonNode object) {
        this.object = object;
    }

    /** @throws RefusedException when the body is not one JSON object */
    static JsonBody of(Context ctx) {
        return of(ctx.bodyAsBytes());
    }

    /** @throws RefusedException when the bytes are not one JSON object */
    static JsonBody of(byte[] bytes) {
        JsonNode node;
        try {
            node = Json.parse(bytes);
        } catch (IOException notJson) {
            throw RefusedException.invalid("body", "body: expected a JSON object");
        }
        if (!node.isObject()) {
            throw RefusedException.invalid("body", "body: expected a JSON object");
        }
        return new JsonBody(node);
    }

    /** Null counts as absent. */
    boolean has(String field) {
        return object.hasNonNull(field);
    }

    Optional<Integer> optionalWholeNumber(String field) {
        return has(field) ? Optional.of(wholeNumber(field)) : Optional.empty();
    }

    Optional<Long> optionalRupiah(String field) {
        return has(field) ? Optional.of(rupiah(field)) : Optional.empty();
    }

    int wholeNumber(String field) {
        JsonNode value = object.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
            throw RefusedException.invalid(field, field + ": expected a whole number");
        }
        return value.intValue();
    }

    long rupiah(String field) {
        JsonNode value = object.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw RefusedException.invalid(field, field + ": expected whole rupiah");
        }
        return value.longValue();
    }

    String text(String field) {
        JsonNode value = object.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw RefusedException.invalid(field, field + ": expected text");
        }
        return value.textValue();
    }

    /** Text that may be empty. */
    Optional<String> optionalAnyText(String field) {
        if (has(field) && !object.path(field).isTextual()) {
            throw RefusedException.invalid(field, field + ": expected text");
        }
        return Optional.ofNullable(object.path(field).textValue());
    }

    Optional<String> optionalText(String field) {
        return has(field) ? Optional.of(text(field)) : Optional.empty();
    }

    double optionalNumber(String field, double absent) {
        if (!has(field)) {
            return absent;
        }
        JsonNode value = object.path(field);
        if (!value.isNumber()) {
            throw RefusedException.invalid(field, field + ": expected a number");
        }
        return value.doubleValue();
    }

    /** A constant by its word in lower case. */
    <E extends Enum<E>> E word(String field, Class<E> type) {
        return Words.parse(field, text(field), type);
    }
}
