package io.otpstream.simulator.http;

import io.javalin.http.Context;
import io.otpstream.simulator.vendor.Refusal;
import io.otpstream.simulator.vendor.RefusedException;
import java.util.Optional;

/**
 * The query of a published call. What is no number at all is refused before anybody looks at the call, in plain text; a
 * number out of its range is refused as any other input.
 */
final class Query {

    private final Context ctx;

    Query(Context ctx) {
        this.ctx = ctx;
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(ctx.queryParam(name)).filter(value -> !value.isEmpty());
    }

    /** @throws RefusedException when it is there and no 32-bit number */
    Optional<Integer> id(String name) {
        return text(name).map(value -> parse(name, value));
    }

    /** @throws RefusedException when it isn't there, or no 32-bit number */
    int requiredId(String name) {
        return id(name).orElseThrow(() -> RefusedException.invalid(name, name + ": expected a number"));
    }

    /** @throws RefusedException when it is there and not between these two */
    int number(String name, int absent, int least, int most) {
        int value = id(name).orElse(absent);
        if (value < least || value > most) {
            throw RefusedException.invalid(name, name + ": expected " + least + " to " + most);
        }
        return value;
    }

    private static int parse(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException notOne) {
            throw RefusedException.of(
                    Refusal.MALFORMED_QUERY, "Failed to deserialize query string: " + name + ": invalid digit");
        }
    }
}
