package io.otpstream.simulator.vendor;

import java.time.Duration;

/** What is going to happen to an order before it expires, as far as it is decided. Times are model time. */
sealed interface Fate {

    /** A text with this code arrives, unless the order has expired by then. */
    record Code(Duration at, Secret code) implements Fate {}

    /** The order is cancelled, unless it has expired by then. */
    record Cancel(Duration at) implements Fate {}

    /** Nothing: the order expires. */
    record Nothing() implements Fate {}
}
