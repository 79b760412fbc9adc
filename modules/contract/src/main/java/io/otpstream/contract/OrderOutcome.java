package io.otpstream.contract;

/**
 * The words under which {@link SuccessRates} counts orders. Not an enum on the wire but the keys of an object, so a
 * reader keeps a word that it doesn't know, with its count.
 *
 * <p>Successes are completed orders. Failures are those that expired, were cancelled by the vendor, timed out, were
 * rejected by the platform, or had a late code. An order given up early is a failure only for as long as it was
 * observed. All others say nothing of a country's numbers.
 */
public enum OrderOutcome implements WireWord {
    /** The code arrived in time. */
    COMPLETED,
    /** The vendor ended the order without a code. */
    EXPIRED,
    /** The vendor cancelled the order. */
    CANCELLED,
    /** No code came within the request's time-out, which was 90 s or more. */
    TIMED_OUT,
    /** No code came within the request's time-out, which was shorter than what the vendor's guide waits (90 s). */
    GIVEN_UP_EARLY,
    /** The requester reported that the platform refused the number. */
    NUMBER_REJECTED,
    /** The requester withdrew the request while the order was open. */
    WITHDRAWN,
    /** The order ended without that any text was requested, as the requester would have said. */
    UNUSED,
    /** The order was refused because the country had no number. */
    NO_STOCK,
    /** The answer to the order never came or couldn't be read. */
    IN_DOUBT,
    /** The code arrived after the request had its final record. */
    LATE_CODE
}
