package io.otpstream.simulator.vendor;

/**
 * An order that was just placed.
 *
 * @param answered false when its product forces that the customer is not told
 */
public record Placed(OrderView order, boolean answered) {}
