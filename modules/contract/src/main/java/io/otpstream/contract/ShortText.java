package io.otpstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The rule of a field that holds a short text of the requester, which is echoed on records, in tables and in logs: 1 to
 * {@code longest} characters (Unicode code points, as JSON Schema counts them), none of them a control character or half
 * of a surrogate pair.
 */
record ShortText(String field, int longest) {

    String check(String text) {
        int length = text.codePointCount(0, text.length());
        if (length < 1 || length > longest || !text.codePoints().allMatch(ShortText::isPrintable)) {
            throw InvalidFieldException.expected(field, expectation(), Echo.of(text));
        }
        return text;
    }

    @Nullable
    String optional(ObjectNode object) {
        return object.hasNonNull(field) ? parse(object.path(field)) : null;
    }

    String parse(JsonNode node) {
        if (!node.isTextual()) {
            throw InvalidFieldException.expected(field, expectation(), Echo.of(node));
        }
        return check(node.textValue());
    }

    static boolean isPrintable(int codePoint) {
        return !Character.isISOControl(codePoint) && Character.getType(codePoint) != Character.SURROGATE;
    }

    private String expectation() {
        return "a text of 1 to " + longest + " printable characters";
    }
}
