package io.otpstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * The rule of a field that holds a whole number, both ends included. Nothing is coerced: text is no number and a
 * fraction isn't rounded; {@code 90.0} is the whole number 90, as JSON Schema has it.
 */
record WholeNumber(String field, long min, long max) {

    long check(long value) {
        if (value < min || value > max) {
            throw InvalidFieldException.expected(field, expectation(), Long.toString(value));
        }
        return value;
    }

    int check(int value) {
        return Math.toIntExact(check((long) value));
    }

    int requiredInt(ObjectNode object) {
        return Math.toIntExact(parse(object.path(field)));
    }

    int intOr(ObjectNode object, int fallback) {
        return isGiven(object) ? requiredInt(object) : fallback;
    }

    @Nullable
    Integer optionalInt(ObjectNode object) {
        return isGiven(object) ? Integer.valueOf(requiredInt(object)) : null;
    }

    @Nullable
    Long optionalLong(ObjectNode object) {
        return isGiven(object) ? Long.valueOf(parse(object.path(field))) : null;
    }

    long parse(JsonNode node) {
        if (node.isNumber() && node.canConvertToExactIntegral() && node.canConvertToLong()) {
            long value = node.longValue();
            if (value >= min && value <= max) {
                return value;
            }
        }
        throw InvalidFieldException.expected(field, expectation(), Echo.of(node));
    }

    private boolean isGiven(ObjectNode object) {
        return object.hasNonNull(field);
    }

    private String expectation() {
        return max == Long.MAX_VALUE
                ? "a whole number of at least " + min
                : "a whole number from " + min + " to " + max;
    }
}
