package io.otpstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The rule of a field that names something of the vendor's catalogue, by its code or by its name. A text of digits is its
 * id, from 1 to 2147483647 and without leading zeros.
 */
record NamedThing(String field) {

    private static final int LONGEST = 64;

    String check(String text) {
        boolean isId = !text.isEmpty() && text.chars().allMatch(NamedThing::isDigit);
        if (isId ? !IdText.isId(text) : text.isBlank()) {
            throw InvalidFieldException.expected(field, expectation(), Echo.of(text));
        }
        return new ShortText(field, LONGEST).check(text);
    }

    @Nullable
    String optional(ObjectNode object) {
        JsonNode node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            return null;
        }
        if (!node.isTextual()) {
            throw InvalidFieldException.expected(field, expectation(), Echo.of(node));
        }
        return check(node.textValue());
    }

    private static boolean isDigit(int character) {
        return character >= '0' && character <= '9';
    }

    private String expectation() {
        return "a code or a name of 1 to " + LONGEST + " printable characters, or an id as digits";
    }
}
