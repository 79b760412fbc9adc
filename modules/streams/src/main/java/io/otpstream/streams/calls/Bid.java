package io.otpstream.streams.calls;

import io.otpstream.domain.plan.Lane;
import java.time.Instant;

/** What a step of a task would do with the next permit. */
public sealed interface Bid {

    /**
     * Cancels the order of a request that waits for its end. At the deadline of an order it is made in place of a last
     * look, and may find a code just so.
     *
     * @param expectedAge as for a look
     * @param probability as for a look
     */
    record Cancel(double expectedAge, double probability) implements Bid {

        /** Of an order whose code is of no use any more. */
        public static Cancel ofNoUse() {
            return new Cancel(0, 0);
        }
    }

    /**
     * Cancels an order of a request that doesn't wait for that: it frees money.
     *
     * @param dueSince since when the API takes the cancel
     */
    record Refund(Instant dueSince) implements Bid {}

    /** A call without which a request can't end, or that was decided and committed already. */
    record Conclude() implements Bid {}

    /**
     * A look at an order that may have its code by now.
     *
     * @param worth by which looks are compared, as the strategy reckons it
     * @param expectedAge that the code will have, times the probability that it is there, in seconds of the API's world
     * @param probability that it is there
     */
    record Look(double worth, double expectedAge, double probability) implements Bid {}

    /**
     * Tells the API that an order is of no more use. It costs nothing to leave that to the order's end.
     *
     * @param dueSince since when
     */
    record Finish(Instant dueSince) implements Bid {}

    /**
     * A new order.
     *
     * @param lane of the request
     * @param requestedAt of all lanes' first, first come is first served
     */
    record Create(Lane lane, Instant requestedAt) implements Bid {}
}
