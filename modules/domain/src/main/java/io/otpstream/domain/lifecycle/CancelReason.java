package io.otpstream.domain.lifecycle;

/** Why an order was, or is to be, cancelled. */
public enum CancelReason {
    /** The code was not there at the deadline. */
    TIMED_OUT,
    /** The requester no longer wants it. */
    WITHDRAWN,
    /** The platform refused the number. */
    NUMBER_REJECTED,
    /** The vendor cancelled it. */
    VENDOR,
    /** It answers a create that nobody waits for any more. */
    ORPHANED,
    /** The API placed it without naming its number. */
    NO_NUMBER,
    /** It is not to be cancelled: a text came, and it only has to be finished. Never published. */
    HAS_TEXT
}
