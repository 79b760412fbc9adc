package io.otpstream.domain.rate;

import java.time.Duration;

/**
 * The permits of one token: evenly paced, so that no sliding window holds more requests than the limit.
 *
 * <p>Permits fall due one by one at a rate of {@code (limit − 1) / (window + g)}. One that is due may be taken up to
 * half of g late, so that a timer's lateness costs no permit; what is left then is dropped, not saved. With g = 0.5 s a
 * window of 60 s therefore holds at most {@code limit} permits even where sending jitters by the other half of g.
 *
 * <p>Not safe for use by several threads: the one who sends owns it. All times are nanoseconds of one monotonic clock.
 */
public final class RateBudget {

    private static final Duration SLACK = Duration.ofMillis(500);

    private final long intervalNanos;
    private final long latenessNanos;
    private final long startNanos;
    private long nextNanos;
    private long pausedUntilNanos;

    /**
     * A budget whose first permit is due at once.
     *
     * @param limit requests that any window may hold, at least 2
     * @param window the API's window divided by the speed of the world
     * @param speed how much faster than real the world runs; shrinks the slack
     */
    public RateBudget(int limit, Duration window, double speed, long nowNanos) {
        if (limit < 2) {
            throw new IllegalArgumentException("limit: expected at least 2, was " + limit);
        }
        long slack = (long) (SLACK.toNanos() / speed);
        intervalNanos = (window.toNanos() + slack) / (limit - 1);
        latenessNanos = slack / 2;
        startNanos = nowNanos;
    }

    /** Takes a permit if one is due. */
    public Reservation reserve(long nowNanos) {
        long now = nowNanos - startNanos;
        long earliest = Math.max(nextNanos, pausedUntilNanos);
        if (now < earliest) {
            return new Reservation.Wait(Duration.ofNanos(earliest - now));
        }
        nextNanos = Math.max(nextNanos, now - latenessNanos) + intervalNanos;
        return new Reservation.Granted();
    }

    /** No permit for a while: the API asked for it. A pause that is longer already stays. */
    public void pause(Duration pause, long nowNanos) {
        pausedUntilNanos = Math.max(pausedUntilNanos, nowNanos - startNanos + pause.toNanos());
    }

    /**
     * How long it takes until a permit is due for the last one of a queue, if nothing but this queue takes permits.
     *
     * @param place in the queue, from 1
     * @return zero or more
     */
    public Duration waitAt(int place, long nowNanos) {
        long now = nowNanos - startNanos;
        long first = Math.max(now, Math.max(nextNanos, pausedUntilNanos));
        return Duration.ofNanos(first - now + (place - 1) * intervalNanos);
    }
}
