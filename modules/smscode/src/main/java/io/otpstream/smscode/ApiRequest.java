package io.otpstream.smscode;

import io.otpstream.domain.api.Permit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One request, as a dialect asks for it.
 *
 * @param target path below the base, percent-encoded, with a slash in front; perhaps with a query
 * @param body null for none
 * @param idempotencyKey goes out as {@code idempotency-key}; null for none
 * @param longestAnswer how many bytes its answer may have
 * @param permit its call id goes out as {@code x-request-id}
 */
record ApiRequest(
        String method,
        String target,
        @Nullable JsonBody body,
        @Nullable String idempotencyKey,
        int longestAnswer,
        Permit permit) {

    static final int USUAL_ANSWER = 1 << 20;

    /** The published contract sets no end to its lists: 10,000 orders of half a kilobyte fit three times. */
    static final int LONG_ANSWER = 16 << 20;

    private static final int LONGEST_CALL_ID = 200;
    private static final Pattern IDEMPOTENCY_KEY = Pattern.compile("[A-Za-z0-9_-]{1,128}");

    ApiRequest {
        String callId = permit.callId();
        boolean visible = callId.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (callId.isEmpty() || callId.length() > LONGEST_CALL_ID || !visible) {
            throw new IllegalArgumentException("callId: expected 1 to 200 visible ASCII characters");
        }
        if (idempotencyKey != null && !IDEMPOTENCY_KEY.matcher(idempotencyKey).matches()) {
            throw new IllegalArgumentException("idempotencyKey: expected 1 to 128 of A-Z a-z 0-9 _ -");
        }
    }

    static ApiRequest get(String target, Permit permit) {
        return new ApiRequest("GET", target, null, null, USUAL_ANSWER, permit);
    }

    static ApiRequest delete(String target, Permit permit) {
        return new ApiRequest("DELETE", target, null, null, USUAL_ANSWER, permit);
    }

    /** @param body null for none */
    static ApiRequest post(String target, @Nullable JsonBody body, Permit permit) {
        return new ApiRequest("POST", target, body, null, USUAL_ANSWER, permit);
    }

    static ApiRequest patch(String target, JsonBody body, Permit permit) {
        return new ApiRequest("PATCH", target, body, null, USUAL_ANSWER, permit);
    }

    /** The same, taking effect once at most however often it is sent with this key. */
    ApiRequest withIdempotencyKey(String key) {
        return new ApiRequest(method, target, body, key, longestAnswer, permit);
    }

    /** The same, with room for an answer that grows with what is asked about. */
    ApiRequest withLongAnswer() {
        return new ApiRequest(method, target, body, idempotencyKey, LONG_ANSWER, permit);
    }

    boolean hasLongAnswer() {
        return longestAnswer > USUAL_ANSWER;
    }

    /** Any text as one segment of a path. Dots are encoded too where they would mean another directory. */
    static String segment(String field, String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(field + ": expected a text that is not empty");
        }
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        return text.equals(".") || text.equals("..") ? encoded.replace(".", "%2E") : encoded;
    }
}
