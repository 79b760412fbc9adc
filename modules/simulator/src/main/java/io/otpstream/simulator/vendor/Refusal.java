package io.otpstream.simulator.vendor;

/** Why the vendor does not do what it is asked. A dialect decides how each is spelt and which status it has. */
public enum Refusal {
    UNAUTHORIZED,
    FORBIDDEN,
    RATE_LIMIT_EXCEEDED,
    INVALID_PARAMETERS,
    INSUFFICIENT_BALANCE,
    PRODUCT_UNAVAILABLE,
    ORDER_NOT_FOUND,
    /** The order's state doesn't allow it. */
    CONFLICT,
    /** A text was sent to a number that no live order has. */
    NUMBER_NOT_RENTED,
    INTERNAL_ERROR,
    SERVICE_UNAVAILABLE
}
