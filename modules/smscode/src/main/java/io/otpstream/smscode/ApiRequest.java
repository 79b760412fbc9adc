package io.otpstream.smscode;

import io.otpstream.domain.api.Permit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * One request, as a dialect asks for it.
 *
 * @param target path below the base, percent-encoded, with a slash in front; perhaps with a query
 * @param json body, or null for none
 * @param permit its call id goes out as {@code x-request-id}
 */
record ApiRequest(String method, String target, @Nullable String json, Permit permit) {

    private static final int LONGEST_CALL_ID = 200;

    ApiRequest {
        String callId = permit.callId();
        boolean visible = callId.chars().allMatch(c -> c > ' ' && c < 0x7f);
        if (callId.isEmpty() || callId.length() > LONGEST_CALL_ID || !visible) {
            throw new IllegalArgumentException("callId: expected 1 to 200 visible ASCII characters");
        }
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
