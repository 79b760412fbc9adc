package io.otpstream.streams.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What may be called has changed: orders are placed or not, or cancels are taken or not. */
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

    /**
     * The API places no orders before, because too many have failed.
     *
     * @param tier the API's word for how hard that is; null where it has none
     */
    record Banned(Instant until, @Nullable String tier) implements GateNews {}

    /** The same, because another process said so. */
    record BannedElsewhere(Instant until) implements GateNews {}

    /**
     * The time of the ban is over.
     *
     * @param elsewhere whether it was another process that had found out
     */
    record BanOver(boolean elsewhere) implements GateNews {}

    /** The API takes no more cancels today; they are tried again then. */
    record CancelsCapped(Instant until) implements GateNews {}

    /** No orders are placed, because people have said so. */
    record PausedByHand(OperatorWord.Stop word) implements GateNews {}

    /** People let orders go on. */
    record ResumedByHand() implements GateNews {}
}
