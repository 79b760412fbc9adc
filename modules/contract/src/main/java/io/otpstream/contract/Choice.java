package io.otpstream.contract;

/** Which of a request's countries is tried first. */
public enum Choice implements WireWord {
    /** In the order in which they are listed. */
    LISTED,
    /** By price. */
    CHEAPEST,
    /** By what a code is expected to cost in money and in time, as the success rates say. */
    BEST
}
