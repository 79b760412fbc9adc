package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What happened to one order. */
public enum OrderEventType implements WireWord {
    /** A number was rented; the event holds the number and the price. */
    PLACED,
    /** The API refused the order; nothing was charged. */
    REFUSED,
    /** The answer to an order never came or couldn't be read: an order may exist and may have been charged. */
    IN_DOUBT,
    /** The code arrived; it is on the topic of results, not here. */
    COMPLETED,
    /** The vendor ended the order without a code and refunds it. */
    EXPIRED,
    /** The order was cancelled; {@link CancelReason} says why. */
    CANCELLED,
    /** A code came after the request had its final record. The code itself is not published. */
    LATE_CODE,
    /** The API answered with an order that no request waits for any more; it is being cancelled. */
    ORPHANED,
    /** The API was asked for another text to the same number, and took it. */
    RESENT,
    /** No other text could be asked for; the error code says why. */
    RESEND_REFUSED,
    /** A word that this version doesn't know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
