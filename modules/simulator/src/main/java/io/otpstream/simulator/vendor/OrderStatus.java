package io.otpstream.simulator.vendor;

/** The states of an order, as the guide names them. */
public enum OrderStatus {
    /** Just placed. */
    PENDING,
    /** The number waits for a text. */
    ACTIVE,
    /** A code came. Final. */
    COMPLETED,
    /** No code came within the order's lifetime; refunded. Final. */
    EXPIRED,
    /** Ended by the customer or by the vendor; refunded. Final. */
    CANCELLED;

    /** Whether the number is still rented. */
    public boolean isLive() {
        return this == PENDING || this == ACTIVE;
    }
}
