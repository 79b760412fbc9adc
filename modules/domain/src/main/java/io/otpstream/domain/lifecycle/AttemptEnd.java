package io.otpstream.domain.lifecycle;

/** How one attempt ended without a code. */
public enum AttemptEnd {
    EXPIRED,
    CANCELLED,
    TIMED_OUT,
    NUMBER_REJECTED,
    WITHDRAWN,
    NO_STOCK,
    PRICE_ABOVE_LIMIT,
    IN_DOUBT,
    REFUSED
}
