package io.otpstream.domain.lifecycle;

/** What follows a create of which nobody knows whether it took effect. */
public enum InDoubtPolicy {
    /** Order again: an order nobody knows of expires unused and is refunded. */
    REORDER,
    /** End the request, so that never more than one order is charged for an attempt. */
    FAIL
}
