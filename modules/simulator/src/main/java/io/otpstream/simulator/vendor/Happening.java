package io.otpstream.simulator.vendor;

import java.time.Duration;

/** Something that has happened to an order by itself or because somebody did something. Times are model time. */
sealed interface Happening {

    OrderFile file();

    Duration at();

    /**
     * A text has arrived.
     *
     * @param revision which one, from 1
     */
    record Text(OrderFile file, Duration at, int revision) implements Happening {}

    /** The order is no longer live. */
    record Ended(OrderFile file, Duration at) implements Happening {}
}
