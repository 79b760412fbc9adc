package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;

/**
 * Lets so many requests in within any window and no more. The guide leaves open whether a refused request counts; this
 * is the strict reading, in which everything does.
 */
final class SlidingWindow {

    private final int limit;
    private final Duration length;
    private final ArrayDeque<Duration> recent = new ArrayDeque<>();
    private int largest;

    SlidingWindow(int limit, Duration length) {
        this.limit = limit;
        this.length = length;
    }

    /** Counts a request. Empty when it is let in; otherwise how long until the next one is, if none comes before. */
    Optional<Duration> admit(Duration now) {
        while (!recent.isEmpty() && hasLeft(recent.getFirst(), now)) {
            recent.removeFirst();
        }
        recent.addLast(now);
        largest = Math.max(largest, recent.size());
        return recent.size() <= limit
                ? Optional.empty()
                : recent.stream().skip(recent.size() - limit).findFirst().map(last -> last.plus(length)
                        .minus(now));
    }

    /** The largest number of requests that any one window has held, refused ones included. */
    int largest() {
        return largest;
    }

    private boolean hasLeft(Duration request, Duration now) {
        return request.plus(length).compareTo(now) <= 0;
    }
}
