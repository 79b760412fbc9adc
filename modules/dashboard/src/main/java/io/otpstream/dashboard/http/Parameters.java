package io.otpstream.dashboard.http;

import io.javalin.http.Context;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.OptionalInt;

/** Parameters of a request; one that is wrong is refused by its name. */
public final class Parameters {

    private static final String ID = "a whole number from 1 to 2147483647";

    private Parameters() {}

    /** An id in the path. */
    public static int pathId(Context ctx, String name) {
        return id(name, ctx.pathParam(name));
    }

    /** An id in the query, if there is one. */
    public static OptionalInt queryId(Context ctx, String name) {
        return query(ctx, name).map(text -> OptionalInt.of(id(name, text))).orElse(OptionalInt.empty());
    }

    /** An instant in the query, if there is one. */
    public static Optional<Instant> queryInstant(Context ctx, String name) {
        return query(ctx, name).map(text -> instant(name, text));
    }

    private static Optional<String> query(Context ctx, String name) {
        return Optional.ofNullable(ctx.queryParam(name)).filter(text -> !text.isBlank());
    }

    private static int id(String name, String text) {
        try {
            int id = Integer.parseInt(text);
            if (id > 0) {
                return id;
            }
        } catch (NumberFormatException notANumber) {
            // Refused below, without the value.
        }
        throw ApiException.badParameter(name, ID);
    }

    private static Instant instant(String name, String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeParseException wrong) {
            throw ApiException.badParameter(name, "an RFC 3339 instant such as 2026-03-01T10:00:00Z");
        }
    }
}
