package io.otpstream.app.config;

import java.time.Duration;

/**
 * How many times faster than real time a simulator run is.
 *
 * @param factor at least 1; 1 is real time
 */
public record Speed(double factor) {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    /** The duration on this run's clock, to the nanosecond. */
    public Duration shorten(Duration duration) {
        if (!isFaster()) {
            return duration;
        }
        double seconds = duration.getSeconds() / factor;
        double nanos = duration.getNano() / factor + (seconds - Math.floor(seconds)) * NANOS_PER_SECOND;
        return Duration.ofSeconds((long) Math.floor(seconds), Math.round(nanos));
    }

    /** Whether durations differ from real ones. */
    public boolean isFaster() {
        return factor > 1;
    }
}
