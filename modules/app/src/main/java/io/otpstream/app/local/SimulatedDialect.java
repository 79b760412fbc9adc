package io.otpstream.app.local;

import io.otpstream.domain.api.Dialect;

/** The simulator shares no code with what is tested against it, so it has words of its own. */
public final class SimulatedDialect {

    private SimulatedDialect() {}

    /** The same dialect in the simulator's word. */
    public static io.otpstream.simulator.vendor.Dialect of(Dialect dialect) {
        return switch (dialect) {
            case GUIDE -> io.otpstream.simulator.vendor.Dialect.GUIDE;
            case PUBLISHED -> io.otpstream.simulator.vendor.Dialect.PUBLISHED;
        };
    }
}
