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
        JsonNode node;
        try {
            node = Json.parse(ctx.bodyAsBytes());
        } catch (IOException notJson) {
            throw RefusedException.invalid("body", "body: expected a JSON object");
        }
        if (!node.isObject()) {
            throw RefusedException.invalid("body", "body: expected a JSON object");
        }
        return new JsonBody(node);
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

    Optional<String> optionalText(String field) {
        return object.path(field).isMissingNode() || object.path(field).isNull()
                ? Optional.empty()
                : Optional.of(text(field));
    }

    double optionalNumber(String field, double absent) {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return absent;
        }
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
