package io.otpstream.app.live;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An answer as it came.
 *
 * @param body missing where it isn't JSON
 */
record LiveAnswer(int status, JsonNode body, Optional<String> retryAfter) {

    boolean isSuccess() {
        return status / 100 == 2 && body.path("success").asBoolean();
    }

    JsonNode data() {
        return body.path("data");
    }

    /** The code of the envelope; empty where there is none. */
    String errorCode() {
        return body.path("error").path("code").asText();
    }

    boolean isRefusal(String code) {
        return !isSuccess() && errorCode().equals(code);
    }

    /** For evidence: neither the message nor data, which may hold a number. */
    String inShort() {
        return errorCode().isEmpty() ? "status " + status : errorCode() + " with status " + status;
    }
}
