package io.otpstream.simulator.vendor;

/** What the customer is told of a create that took effect. */
public enum Answering {
    /** The truth. */
    TOLD,
    /** Nothing at all. */
    UNTOLD,
    /** That something went wrong. */
    SERVER_ERROR,
    /** That it is still being worked on. */
    IN_PROGRESS
}
