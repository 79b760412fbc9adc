package io.otpstream.benchmarks.simulation;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/** Lets so many requests in within any window and no more; refused ones count too, which is the strict reading. */
final class SlidingWindow {

    private final int limit;
    private final long lengthNanos;
    private final ArrayDeque<Long> recent = new ArrayDeque<>();
    private int largest;
    private long requests;
    private long refused;

    SlidingWindow(int limit, Duration length) {
        this.limit = limit;
        this.lengthNanos = length.toNanos();
    }

    /** Counts a request. Empty when it is let in; otherwise how long until the next one is, if none comes before. */
    Optional<Duration> admit(long nowNanos) {
        while (!recent.isEmpty() && recent.getFirst() + lengthNanos <= nowNanos) {
            recent.removeFirst();
        }
        recent.addLast(nowNanos);
        requests++;
        largest = Math.max(largest, recent.size());
        if (recent.size() <= limit) {
            return Optional.empty();
        }
        refused++;
        return recent.stream()
                .skip(recent.size() - (long) limit)
                .findFirst()
                .map(last -> Duration.ofNanos(last + lengthNanos - nowNanos));
    }

    /** All that came, refused ones included. */
    long requests() {
        return requests;
    }

    long refused() {
        return refused;
    }

    /** The most that have come within any window, refused ones included. */
    int largest() {
        return largest;
    }
}
