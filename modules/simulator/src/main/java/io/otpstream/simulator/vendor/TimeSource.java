package io.otpstream.simulator.vendor;

import java.time.Instant;

/** Where the simulator reads the time, so that tests can stand still and leap. Safe for use by several threads. */
public interface TimeSource {

    /** The machine's clocks. */
    TimeSource SYSTEM = new TimeSource() {
        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public Instant instant() {
            return Instant.now();
        }
    };

    /** A monotonic clock with any origin. */
    long nanos();

    /** The wall clock. It is read once, at the start. */
    Instant instant();
}
