package io.otpstream.app.config;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 250ms}, {@code 90s}, {@code 10m}, {@code 12h}, {@code 7d}, or ISO-8601. */
public final class DurationText {

    // Twelve digits of the largest unit still fit into a Duration.
    private static final Pattern NUMBER_AND_UNIT = Pattern.compile("(\\d{1,12})(ms|s|m|h|d)");

    private DurationText() {}

    /** The duration that {@code text} says, or nothing where it says none or a negative one. */
    public static Optional<Duration> parse(String text) {
        String trimmed = text.strip().toLowerCase(Locale.ROOT);
        Matcher matcher = NUMBER_AND_UNIT.matcher(trimmed);
        if (matcher.matches()) {
            return Optional.of(of(Long.parseLong(matcher.group(1)), matcher.group(2)));
        }
        return parseIso(trimmed).filter(duration -> !duration.isNegative());
    }

    /** The shortest text that {@link #parse} reads as this duration, to the millisecond. */
    public static String format(Duration duration) {
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            Duration one = of(1, unit);
            long whole = duration.dividedBy(one);
            if (whole > 0 && one.multipliedBy(whole).equals(duration)) {
                return whole + unit;
            }
        }
        return duration.toMillis() + "ms";
    }

    private static Duration of(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> throw new IllegalArgumentException("no unit of time: " + unit);
        };
    }

    private static Optional<Duration> parseIso(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeParseException notIso) {
            return Optional.empty();
        }
    }
}
