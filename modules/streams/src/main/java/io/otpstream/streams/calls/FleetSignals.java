package io.otpstream.streams.calls;

import java.time.Instant;

/** What the other processes have to learn from this one. Must not block. Called by several threads. */
public interface FleetSignals {

    /** There is something to do, after there was nothing. */
    void demandRose();

    /** The API has asked for quiet. */
    void quiet(Instant until);

    /**
     * No orders are to be placed.
     *
     * @param neededIdr what the balance must cover, whole rupiah; 0 where the cause isn't the balance
     */
    void pauseOrders(OrderGate.Cause cause, long neededIdr);

    /** The API places no orders before, because too many have failed. */
    void banned(Instant until);

    /** The API takes no more cancels before. */
    void cancelsCapped(Instant until);

    /**
     * The balance was read.
     *
     * @param askedAt when the question left
     * @param seenAt when the answer was there
     * @param balanceIdr whole rupiah
     */
    void balanceRead(Instant askedAt, Instant seenAt, long balanceIdr);
}
