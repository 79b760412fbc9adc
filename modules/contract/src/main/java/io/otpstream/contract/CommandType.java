package io.otpstream.contract;

/** What a requester can say about a request after it was sent. */
public enum CommandType implements WireWord {
    /** The code is no longer wanted. Counts even when it arrives before its request. */
    WITHDRAW,
    /** The text was triggered only now: the time to wait for the code starts again here. */
    SMS_REQUESTED,
    /** The platform refused the number: cancel this order and try another number. */
    NUMBER_REJECTED,
    /** Ask the vendor for another text to the same number: while its order is open, or held after its code. */
    RESEND
}
