package io.otpstream.domain.lifecycle;

/** The one final outcome of a request that got no code. */
public enum Outcome {
    EXPIRED,
    CANCELLED,
    TIMED_OUT,
    WITHDRAWN,
    NO_STOCK,
    PRICE_ABOVE_LIMIT,
    REJECTED,
    NUMBER_REJECTED,
    START_EXPIRED
}
