package io.otpstream.benchmarks.budget;

import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes when the test says so. */
final class ManualTimetable implements Timetable {

    private final PriorityQueue<Entry> entries =
            new PriorityQueue<>(Comparator.comparingLong(Entry::atNanos).thenComparingLong(Entry::sequence));
    private long nowNanos;
    private long sequence;

    private record Entry(long atNanos, long sequence, Runnable what) {}

    @Override
    public long nanos() {
        return nowNanos;
    }

    @Override
    public void after(Duration delay, Runnable what) {
        entries.add(new Entry(nowNanos + delay.toNanos(), sequence++, what));
    }

    /** Lets time pass up to so many seconds since the start. */
    void runUntil(long seconds) {
        long until = Duration.ofSeconds(seconds).toNanos();
        for (Entry next = entries.peek(); next != null && next.atNanos() <= until; next = entries.peek()) {
            entries.remove();
            nowNanos = next.atNanos();
            next.what().run();
        }
        nowNanos = until;
    }
}
