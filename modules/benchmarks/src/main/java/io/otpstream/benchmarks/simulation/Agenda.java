package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.budget.Timetable;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;

/** The virtual clock, and what is going to happen. */
public final class Agenda implements Timetable {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::atNanos).thenComparingLong(Entry::sequence));
    private long nowNanos;
    private long sequence;

    private record Entry(long atNanos, long sequence, Runnable what) {}

    @Override
    public long nanos() {
        return nowNanos;
    }

    /** Now. */
    public Instant instant() {
        return START.plusNanos(nowNanos);
    }

    /** What is due at the same moment happens in the order in which it was noted down. */
    @Override
    public void after(Duration delay, Runnable what) {
        entries.add(new Entry(nowNanos + Math.max(0, delay.toNanos()), sequence++, what));
    }

    /** Does what comes next; false if nothing does. */
    public boolean step() {
        Entry next = entries.poll();
        if (next == null) {
            return false;
        }
        nowNanos = next.atNanos();
        next.what().run();
        return true;
    }

    /** Does all that comes up to this time since the start, at which the clock then is. */
    public void runUntil(Duration sinceStart) {
        for (Entry next = entries.peek();
                next != null && next.atNanos() <= sinceStart.toNanos();
                next = entries.peek()) {
            step();
        }
        nowNanos = sinceStart.toNanos();
    }
}
