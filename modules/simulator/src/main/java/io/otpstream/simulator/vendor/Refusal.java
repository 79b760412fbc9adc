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
    /** The order is too young to be cancelled. */
    CANCEL_TOO_EARLY,
    /** The vendor's own supplier can't or won't. */
    PROVIDER_ERROR,
    /** The first request with this idempotency key is not answered yet. */
    REQUEST_IN_PROGRESS,
    /** The idempotency key came before with another body. */
    IDEMPOTENCY_KEY_REUSED,
    /** Too many of the customer's orders have failed. */
    TEMP_BANNED,
    /** The dollar has no price; only calls about money in dollars say so. */
    FX_RATE_UNAVAILABLE,
    /** The query holds something that can't be read at all. */
    MALFORMED_QUERY,
    /** There is nothing of this name. */
    NOT_FOUND,
    INTERNAL_ERROR,
    SERVICE_UNAVAILABLE
}
