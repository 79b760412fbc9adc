package io.otpstream.benchmarks.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The virtual clock, and what is going to happen. */
final class Agenda {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::atNanos).thenComparingLong(Entry::sequence));
    private long nowNanos;
    private long sequence;

    private record Entry(long atNanos, long sequence, Runnable what) {}

    long nanos() {
        return nowNanos;
    }

    Instant instant() {
        return START.plusNanos(nowNanos);
    }

    /** What is due at the same moment happens in the order in which it was noted down. */
    void after(Duration delay, Runnable what) {
        entries.add(new Entry(nowNanos + Math.max(0, delay.toNanos()), sequence++, what));
    }

    /** Does what comes next; false if nothing does. */
    boolean step() {
        Entry next = entries.poll();
        if (next == null) {
            return false;
        }
        nowNanos = next.atNanos();
        next.what().run();
        return true;
    }
}
