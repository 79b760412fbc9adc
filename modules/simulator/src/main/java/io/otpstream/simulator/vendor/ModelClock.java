package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Turns real time into model time and back. With speed 10 the vendor's minute passes in six seconds.
 *
 * <p>Durations come from the monotonic clock; instants are the wall clock at the start plus what has really passed
 * since, so that a clock that is set meanwhile moves no order. Safe for use by several threads.
 */
public final class ModelClock {

    private final TimeSource source;
    private final double speed;
    private final long startNanos;
    private final Instant startInstant;

    /** A clock whose model time is zero now. */
    public ModelClock(TimeSource source, double speed) {
        this.source = source;
        this.speed = speed;
        this.startNanos = source.nanos();
        this.startInstant = source.instant();
    }

    /** Model time that has passed since the start. */
    public Duration now() {
        return Duration.ofNanos((long) ((source.nanos() - startNanos) * speed));
    }

    /** When, by the wall clock and to the millisecond, this model time is reached. */
    public Instant instantAt(Duration modelTime) {
        return startInstant.plus(real(modelTime)).truncatedTo(ChronoUnit.MILLIS);
    }

    /** How long a span of the vendor really takes. */
    public Duration real(Duration modelSpan) {
        return Duration.ofNanos((long) (modelSpan.toNanos() / speed));
    }
}
