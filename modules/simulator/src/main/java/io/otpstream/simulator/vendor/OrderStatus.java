package io.otpstream.simulator.vendor;

/** The states of an order in both contracts. */
public enum OrderStatus {
    /** Just placed; only in the guide. */
    PENDING,
    /** The number waits for a text. */
    ACTIVE,
    /** A text came, and another may; only in the published contract. */
    OTP_RECEIVED,
    /** A code came, or in the published contract a text of any sort. Final. */
    COMPLETED,
    /** Nothing came within the order's lifetime; refunded. Final. */
    EXPIRED,
    /** Ended by the customer or by the vendor; refunded. Final. */
    CANCELLED;

    /** Whether the number is still rented. */
    public boolean isLive() {
        return this == PENDING || this == ACTIVE || this == OTP_RECEIVED;
    }
}
