package io.otpstream.streams.calls;

/** The gate opened or closed. */
sealed interface GateNews {

    /**
     * Orders are placed again, or for the first time.
     *
     * @param elsewhere whether it was another process that had found out
     */
    record Opened(OrderGate.Cause after, boolean elsewhere) implements GateNews {}

    /**
     * No orders are placed until a check says otherwise.
     *
     * @param neededIdr what the balance must cover, whole rupiah; 0 where the cause isn't the balance
     */
    record Closed(OrderGate.Cause cause, long neededIdr) implements GateNews {}

    /** The same, because another process said so. */
    record ClosedElsewhere(OrderGate.Cause cause) implements GateNews {}
}
