package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayDeque;

/** The largest number of requests that any one window has held. */
final class SlidingMaximum {

    private final Duration window;
    private final ArrayDeque<Duration> recent = new ArrayDeque<>();
    private int largest;

    SlidingMaximum(Duration window) {
        this.window = window;
    }

    void record(Duration now) {
        while (!recent.isEmpty() && recent.getFirst().plus(window).compareTo(now) <= 0) {
            recent.removeFirst();
        }
        recent.addLast(now);
        largest = Math.max(largest, recent.size());
    }

    int largest() {
        return largest;
    }
}
