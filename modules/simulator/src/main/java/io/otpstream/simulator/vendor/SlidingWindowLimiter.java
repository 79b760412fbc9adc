package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Admits so many requests in any window and no more. It remembers every admitted request, so it is exact; a refused one
 * doesn't count against the window (the guide leaves that open).
 */
final class SlidingWindowLimiter {

    private final int limit;
    private final Duration window;
    private final ArrayDeque<Duration> admitted = new ArrayDeque<>();

    SlidingWindowLimiter(int limit, Duration window) {
        this.limit = limit;
        this.window = window;
    }

    /** Empty when the request is admitted; otherwise how long until the next one can be. */
    Optional<Duration> tryAcquire(Duration now) {
        while (!admitted.isEmpty() && admitted.getFirst().plus(window).compareTo(now) <= 0) {
            admitted.removeFirst();
        }
        if (admitted.size() >= limit) {
            return Optional.of(admitted.getFirst().plus(window).minus(now));
        }
        admitted.addLast(now);
        return Optional.empty();
    }
}
