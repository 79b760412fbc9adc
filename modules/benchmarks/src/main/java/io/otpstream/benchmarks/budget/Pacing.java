package io.otpstream.benchmarks.budget;

import java.time.Duration;

/** Gives every request its own place in time, first come, first served. For one thread. */
final class Pacing {

    /** Sending jitters; without this a window of the vendor's might hold one request too many. */
    private static final Duration SLACK = Duration.ofMillis(500);

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final long intervalNanos;
    private long nextNanos = Long.MIN_VALUE;

    private Pacing(long intervalNanos) {
        this.intervalNanos = intervalNanos;
    }

    /** So many at most in any minute, with the slack that the pipeline's own budget has. */
    static Pacing within(int requestsPerMinute) {
        return new Pacing(MINUTE.plus(SLACK).toNanos() / (requestsPerMinute - 1));
    }

    /** Everything at once. */
    static Pacing none() {
        return new Pacing(0);
    }

    /** Takes the next place, and says how far away it is. */
    Duration take(long nowNanos) {
        long place = Math.max(nowNanos, nextNanos);
        nextNanos = place + intervalNanos;
        return Duration.ofNanos(place - nowNanos);
    }
}
