package io.otpstream.contract.evolution;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What users write may be larger and smaller than before, what they read may not. */
final class Bounds {

    private static final List<String> LOWER = List.of("minimum", "minLength", "minItems");
    private static final List<String> UPPER = List.of("maximum", "maxLength", "maxItems");

    private Bounds() {}

    static List<String> breaks(String path, JsonNode released, JsonNode later, Writer writer) {
        List<String> breaks = new ArrayList<>();
        for (String bound : LOWER) {
            check(path, bound, value(released, bound), value(later, bound), writer, breaks);
        }
        for (String bound : UPPER) {
            // Upside down an upper bound is a lower one.
            check(
                    path,
                    bound,
                    value(released, bound).map(BigDecimal::negate),
                    value(later, bound).map(BigDecimal::negate),
                    writer,
                    breaks);
        }
        return breaks;
    }

    private static void check(
            String path,
            String bound,
            Optional<BigDecimal> before,
            Optional<BigDecimal> now,
            Writer writer,
            List<String> breaks) {
        boolean kept =
                switch (writer) {
                    case USERS -> isAsTight(before, now);
                    case OTPSTREAM -> isAsTight(now, before);
                };
        if (!kept) {
            breaks.add(path + " " + bound + " was changed");
        }
    }

    /** Whether all that keeps the first bound keeps the other. */
    private static boolean isAsTight(Optional<BigDecimal> bound, Optional<BigDecimal> other) {
        return other.isEmpty() || (bound.isPresent() && bound.get().compareTo(other.get()) >= 0);
    }

    private static Optional<BigDecimal> value(JsonNode schema, String bound) {
        return Optional.ofNullable(schema.get(bound)).map(JsonNode::decimalValue);
    }
}
