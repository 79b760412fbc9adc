package io.otpstream.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What the decoders share: the key first, then the value; the first fault is the one that is named. */
final class RecordDecoder {

    private RecordDecoder() {}

    static <T> Decoded<T> decode(byte @Nullable [] key, byte @Nullable [] value, Function<ObjectNode, T> reader) {
        String id;
        try {
            id = requestId(key);
        } catch (InvalidFieldException unusable) {
            return new Decoded.Malformed<>(null, unusable.field(), unusable.reason());
        }
        try {
            return new Decoded.Valid<>(id, reader.apply(StrictJson.parse(value)));
        } catch (InvalidFieldException invalid) {
            return new Decoded.Malformed<>(id, invalid.field(), invalid.reason());
        }
    }

    private static String requestId(byte @Nullable [] key) {
        if (key == null) {
            throw new InvalidFieldException("key", "key must be the request id, but is absent.");
        }
        return RequestId.check(new String(key, StandardCharsets.UTF_8));
    }
}
