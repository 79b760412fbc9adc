package io.otpstream.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Instants as RFC 3339 has them, which is narrower than ISO 8601. Any offset is read, because many libraries write UTC
 * as {@code +00:00}; what is written ends in {@code Z}.
 */
final class Rfc3339 {

    private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");
    private static final Pattern SHAPE = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})");
    private static final String EXPECTED = "an RFC 3339 instant like 2026-01-31T12:00:00Z";

    private Rfc3339() {}

    /** Refuses what has no spelling with a year of four digits. */
    static Instant check(String field, Instant instant) {
        if (instant.isBefore(FIRST) || instant.isAfter(LAST)) {
            throw InvalidFieldException.expected(field, EXPECTED, Echo.of(instant.toString()));
        }
        return instant;
    }

    static @Nullable Instant optional(String field, ObjectNode object) {
        return object.hasNonNull(field) ? parse(field, object.path(field)) : null;
    }

    private static Instant parse(String field, JsonNode node) {
        if (node.isTextual() && SHAPE.matcher(node.textValue()).matches()) {
            try {
                return check(field, OffsetDateTime.parse(node.textValue()).toInstant());
            } catch (DateTimeException noSuchDay) {
                throw InvalidFieldException.expected(field, EXPECTED, Echo.of(node));
            }
        }
        throw InvalidFieldException.expected(field, EXPECTED, Echo.of(node));
    }
}
