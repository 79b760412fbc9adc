package io.otpstream.app.requests;

import io.otpstream.contract.Decoded;
import io.otpstream.contract.RequestDecoder;
import io.otpstream.contract.VerificationRequest;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** In a file the record's key stands beside the fields of its value, under this name. */
final class RequestIdField {

    static final String NAME = "request_id";

    private static final String KEY = "key";

    private RequestIdField() {}

    /** Decodes as from the topic, but a fault of the key names the field that the user wrote. */
    static Decoded<VerificationRequest> decode(@Nullable String requestId, byte[] value) {
        byte[] key = requestId == null ? null : requestId.getBytes(StandardCharsets.UTF_8);
        Decoded<VerificationRequest> decoded = RequestDecoder.decode(key, value);
        return switch (decoded) {
            case Decoded.Valid<VerificationRequest> valid -> valid;
            case Decoded.Malformed<VerificationRequest>(var id, var field, var reason) ->
                KEY.equals(field)
                        ? new Decoded.Malformed<>(id, NAME, NAME + reason.substring(KEY.length()))
                        : new Decoded.Malformed<>(id, field, reason);
        };
    }
}
