package io.otpstream.benchmarks.budget;

import java.time.Duration;

/** A clock, virtual or real, and one thread on which things are done later. */
public interface Timetable {

    /** Monotonic. */
    long nanos();

    /** Notes down what is to be done; nothing of it happens before this returns, and never two things at once. */
    void after(Duration delay, Runnable what);
}
