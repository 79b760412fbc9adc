package io.otpstream.contract;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Turns bytes from outside into one JSON object, or says what is wrong with them. */
final class StrictJson {

    static final int MAX_BYTES = 64 * 1024;

    private static final String EXPECTED = "the value must be a JSON object in UTF-8";

    /** Reads the value of one member, after which the rest of the object follows. */
    private static final ObjectReader MEMBER =
            Json.MAPPER.reader().without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private StrictJson() {}

    /** @throws InvalidFieldException if the bytes are not one JSON object of at most 64 KiB with distinct names */
    static ObjectNode parse(byte @Nullable [] value) {
        if (value == null || value.length == 0) {
            throw fault(EXPECTED + ", but is empty.");
        }
        if (value.length > MAX_BYTES) {
            throw fault("the value must have at most " + MAX_BYTES + " bytes, but has " + value.length + ".");
        }
        try (JsonParser parser = Json.MAPPER.createParser(value)) {
            return object(parser);
        } catch (JsonProcessingException notJson) {
            JsonLocation where = notJson.getLocation();
            throw fault(EXPECTED + ", but isn't one"
                    + (where == null || where.getByteOffset() < 0 ? "." : ", see byte " + where.getByteOffset() + "."));
        } catch (IOException unreadable) {
            // An array gives no I/O errors; what Jackson reports by this type is text that isn't UTF-8.
            throw fault(EXPECTED + ", but isn't UTF-8.");
        }
    }

    private static ObjectNode object(JsonParser parser) throws IOException {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw fault(EXPECTED + ", but is none.");
        }
        ObjectNode object = Json.MAPPER.createObjectNode();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (object.replace(name, MEMBER.<JsonNode>readTree(parser)) != null) {
                throw twice(name);
            }
        }
        if (parser.nextToken() != null) {
            throw fault(EXPECTED + ", but something follows the object.");
        }
        return object;
    }

    private static InvalidFieldException twice(String name) {
        String field = Echo.cut(name);
        return new InvalidFieldException(field, field + " must be given once, but is given twice.");
    }

    private static InvalidFieldException fault(String reason) {
        return new InvalidFieldException(null, reason);
    }
}
