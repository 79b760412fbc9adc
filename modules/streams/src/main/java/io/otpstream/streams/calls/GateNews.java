package io.otpstream.streams.calls;

/** The gate opened or closed. */
sealed interface GateNews {

    /** Orders are placed again, or for the first time. */
    record Opened(OrderGate.Cause after) implements GateNews {}

    /** No orders are placed until a check says otherwise. */
    record Closed(OrderGate.Cause cause) implements GateNews {}
}
