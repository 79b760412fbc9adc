package io.otpstream.streams.calls;

import java.time.Instant;

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

    /** No orders are placed before, for what may be spent is spent. */
    record Capped(Instant until) implements GateNews {}

    /** Refunds have brought the spend below its cap, or somebody has raised it. */
    record Uncapped() implements GateNews {}
}
