package io.otpstream.app.demo;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** How many requests went to the API within the last minute of the vendor's time. For one thread. */
final class BudgetGauge {

    private final long windowNanos;
    private final Deque<Sample> samples = new ArrayDeque<>();

    private record Sample(long atNanos, long requests) {}

    /** @param window the vendor's minute in real time */
    BudgetGauge(Duration window) {
        this.windowNanos = window.toNanos();
    }

    /**
     * Takes a sample.
     *
     * @param requests sent since the start
     * @return those of them within the window, as far as the samples tell
     */
    long update(long requests, long nowNanos) {
        samples.addLast(new Sample(nowNanos, requests));
        while (nowNanos - samples.getFirst().atNanos() > windowNanos) {
            samples.removeFirst();
        }
        return requests - samples.getFirst().requests();
    }
}
