package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text of the server, made fit for logs and events. */
final class SafeText {

    private static final int LONGEST = 200;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}]+");
    /** Six digits or more, perhaps in groups: a phone number or a code. */
    private static final Pattern DIGITS = Pattern.compile("\\+?\\d(?:[ .-]?\\d){5,}+");

    private static final Pattern ERROR_CODE = Pattern.compile("[A-Za-z0-9_.-]{1,64}");

    private SafeText() {}

    /** At most 200 characters, without control characters, without the token, long numbers and codes. */
    static String message(JsonNode node, ApiToken token) {
        if (!node.isTextual()) {
            return "";
        }
        String line = CONTROL.matcher(node.textValue()).replaceAll(" ").strip();
        String masked = DIGITS.matcher(token.maskIn(line)).replaceAll("[digits]");
        return masked.codePointCount(0, masked.length()) <= LONGEST
                ? masked
                : masked.substring(0, masked.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }

    /** An error code in the usual shape; null for anything else. */
    static @Nullable String errorCode(JsonNode node, ApiToken token) {
        String code = node.isTextual() ? node.textValue().strip() : "";
        return ERROR_CODE.matcher(code).matches() && token.maskIn(code).equals(code) ? code : null;
    }
}
