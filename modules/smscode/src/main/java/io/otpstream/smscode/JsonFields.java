package io.otpstream.smscode;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values that may come as a number or as a text. */
final class JsonFields {

    /** A long has 19 digits; a longer text is no amount, and an exponent could make it fill the memory. */
    private static final int LONGEST_NUMBER = 40;

    private JsonFields() {}

    /** A text that isn't blank, or a whole number as text; else null. */
    static @Nullable String text(JsonNode node) {
        if (node.isIntegralNumber()) {
            return node.asText();
        }
        return node.isTextual() && !node.textValue().isBlank()
                ? node.textValue().strip()
                : null;
    }

    /** Empty for what isn't a number or doesn't fit. */
    static Optional<Long> whole(JsonNode node, RoundingMode rounding) {
        return decimal(node)
                .map(number -> number.setScale(0, rounding))
                .filter(number -> number.unscaledValue().bitLength() < Long.SIZE)
                .map(BigDecimal::longValueExact);
    }

    /** Empty for what isn't a whole number from 0 on that fits an {@code int}. */
    static Optional<Integer> id(JsonNode node) {
        return decimal(node)
                .filter(number ->
                        number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.compareTo(BigDecimal.valueOf(Integer.MAX_VALUE)) <= 0)
                .map(BigDecimal::intValueExact);
    }

    /** RFC 3339 with any offset; null for anything else. */
    static @Nullable Instant instant(JsonNode node) {
        if (!node.isTextual()) {
            return null;
        }
        try {
            return OffsetDateTime.parse(node.textValue().strip()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Optional<BigDecimal> decimal(JsonNode node) {
        String text = node.isNumber() || node.isTextual() ? node.asText().strip() : "";
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text))
                    .filter(number -> Math.abs((long) number.scale()) <= LONGEST_NUMBER);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
