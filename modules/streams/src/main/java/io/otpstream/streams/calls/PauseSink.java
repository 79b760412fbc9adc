package io.otpstream.streams.calls;

/** Takes pauses on their way to the other processes. Never blocks. Safe for use by several threads. */
public interface PauseSink {

    /**
     * Tells all others to stop placing orders.
     *
     * @param neededIdr what the balance must cover, whole rupiah; 0 where the cause isn't the balance
     */
    void announce(OrderGate.Cause cause, long neededIdr);
}
