package io.otpstream.contract;

/**
 * The words under which {@link SuccessRates} counts orders. Not an enum on the wire but the keys of an object, so a
 * reader keeps a word that it doesn't know, with its count.
 */
public enum OrderOutcome implements WireWord {
    /** The code arrived in time. */
    COMPLETED,
    /** The vendor ended the order without a code. */
    EXPIRED,
    /** The vendor cancelled the order. */
    CANCELLED,
    /** No code came within the request's time-out. */
    TIMED_OUT,
    /** The requester reported that the platform refused the number. */
    NUMBER_REJECTED,
    /** The requester withdrew the request while the order was open. */
    WITHDRAWN,
    /** The order was refused because the country had no number. */
    NO_STOCK,
    /** The answer to the order never came or couldn't be read. */
    IN_DOUBT,
    /** The code arrived after the request had its final record. */
    LATE_CODE
}
