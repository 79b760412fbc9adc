package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How one attempt ended that brought no code. */
public enum AttemptOutcome implements WireWord {
    /** The vendor ended the order without a code. */
    EXPIRED,
    /** The vendor cancelled the order. */
    CANCELLED,
    /** No code came within the request's time-out. */
    TIMED_OUT,
    /** The requester reported that the platform refused the number. */
    NUMBER_REJECTED,
    /** The requester withdrew the request while this order was open. */
    WITHDRAWN,
    /** The country had no number for the platform. */
    NO_STOCK,
    /** The country's price was above the request's limit. */
    PRICE_ABOVE_LIMIT,
    /** The answer to the order never came or couldn't be read. */
    IN_DOUBT,
    /** The API refused the order. */
    REFUSED,
    /** A word that this version doesn't know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
