package io.otpstream.benchmarks.simulation;

import java.time.Duration;

/**
 * How long each client of a bench lives in virtual time.
 *
 * @param warmUp what the measured time follows on; whole minutes
 * @param measured whole minutes
 * @param onMinute called after each of a client's minutes
 */
public record VirtualTime(Duration warmUp, Duration measured, Runnable onMinute) {

    /** Nobody wants to know how far it is. */
    static VirtualTime of(Duration warmUp, Duration measured) {
        return new VirtualTime(warmUp, measured, () -> {});
    }

    /** Of one client. */
    long minutes() {
        return warmUp.plus(measured).toMinutes();
    }
}
