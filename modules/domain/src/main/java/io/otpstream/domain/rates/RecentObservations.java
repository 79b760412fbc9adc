package io.otpstream.domain.rates;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What orders show of late, see {@link Fading}. An order weighs by its own time, so orders may come, and be taken out
 * again, in any sequence. Immutable.
 *
 * @param observations with their weights at that time
 * @param at of the latest order so far; null while there was none
 */
public record RecentObservations(
        Observations observations, @Nullable Instant at) {

    /** Nothing seen yet. */
    public static RecentObservations none() {
        return new RecentObservations(Observations.none(), null);
    }

    /** With an order more, that ended then. */
    public RecentObservations plus(Observation order, Instant endedAt) {
        return with(order, endedAt, 1);
    }

    /** Without an order that is in. */
    public RecentObservations minus(Observation order, Instant endedAt) {
        return with(order, endedAt, -1);
    }

    private RecentObservations with(Observation order, Instant endedAt, int sign) {
        Instant latest = at == null || endedAt.isAfter(at) ? endedAt : at;
        Observations faded = at == null ? observations : observations.times(Fading.left(at, latest));
        return new RecentObservations(faded.plus(order, sign * Fading.left(endedAt, latest)), latest);
    }
}
