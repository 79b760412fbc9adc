package io.otpstream.streams.calls;

import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * What time it is.
 *
 * @param wall for instants that are stored or compared with other machines'
 * @param nanos monotonic, for durations; as {@link System#nanoTime}
 */
public record Clocks(InstantSource wall, LongSupplier nanos) {

    /** The machine's. */
    public static Clocks system() {
        return new Clocks(InstantSource.system(), System::nanoTime);
    }
}
