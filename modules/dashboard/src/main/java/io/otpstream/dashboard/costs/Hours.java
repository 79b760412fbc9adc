package io.otpstream.dashboard.costs;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Whole hours, one after the other.
 *
 * @param from start of the first one
 * @param to end of the last one, later than {@code from}
 */
public record Hours(Instant from, Instant to) {

    /** Refuses what isn't whole hours. */
    public Hours {
        if (!from.isBefore(to) || !from.equals(startOf(from)) || !to.equals(startOf(to))) {
            throw new IllegalArgumentException("expected whole hours, but got " + from + " to " + to);
        }
    }

    /** Start of the hour that the instant is in. */
    static Instant startOf(Instant instant) {
        return instant.truncatedTo(ChronoUnit.HOURS);
    }

    /** End of the hour that the instant is in: the start of the next one. */
    static Instant endOf(Instant instant) {
        return startOf(instant).plus(1, ChronoUnit.HOURS);
    }

    /** Whether the hour that begins then is one of these. */
    public boolean contains(Instant hour) {
        return !hour.isBefore(from) && hour.isBefore(to);
    }

    /** How many these are. */
    public long count() {
        return ChronoUnit.HOURS.between(from, to);
    }
}
