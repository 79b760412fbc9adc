package io.otpstream.dashboard.costs;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to know of costs.
 *
 * @param by what they are split by
 * @param hours in which the orders were placed
 * @param rounded whether the hours are more than what was asked for, because it began or ended within one
 */
public record CostQuery(Dimension by, Hours hours, boolean rounded) {

    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");
    private static final String EXPECTED = "expected an instant like 2026-01-31T12:00:00Z or a date like 2026-01-31";

    /**
     * Reads a question as people ask it. What is null wasn't said: the default is today (UTC) until now, by country.
     *
     * @param by a word of {@link Dimension}
     * @param from an RFC 3339 instant, or a date for its beginning (UTC)
     * @param to an RFC 3339 instant, before which it ends, or a date for its end (UTC)
     * @throws InvalidParameterException that names {@code by}, {@code from} or {@code to}
     */
    public static CostQuery parse(@Nullable String by, @Nullable String from, @Nullable String to, Instant now) {
        Dimension dimension = by == null ? Dimension.COUNTRY : dimension(by);
        Instant end = to == null ? Hours.endOf(now) : instant("to", to, 1);
        Instant start = from == null ? dayOf(end.minusNanos(1)) : instant("from", from, 0);
        if (!start.isBefore(end)) {
            throw new InvalidParameterException(
                    "from", to == null ? "expected a time that is over" : "expected a time before the end");
        }
        Hours hours = new Hours(Hours.startOf(start), Hours.endOf(end.minusNanos(1)));
        boolean rounded = !start.equals(hours.from()) || !end.equals(hours.to());
        return new CostQuery(dimension, hours, rounded);
    }

    private static Dimension dimension(String word) {
        return Dimension.parse(word)
                .orElseThrow(() -> new InvalidParameterException("by", "expected one of " + Dimension.words()));
    }

    /** @param daysToAdd to a date: none for its beginning, one for its end */
    private static Instant instant(String parameter, String text, int daysToAdd) {
        try {
            if (DATE.matcher(text).matches()) {
                LocalDate day = LocalDate.parse(text).plusDays(daysToAdd);
                return day.atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            if (INSTANT.matcher(text).matches()) {
                return OffsetDateTime.parse(text).toInstant();
            }
        } catch (DateTimeException noSuchDay) {
            throw new InvalidParameterException(parameter, EXPECTED);
        }
        throw new InvalidParameterException(parameter, EXPECTED);
    }

    private static Instant dayOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.DAYS);
    }
}
