package io.otpstream.simulator.vendor;

/** Which of its two contracts a vendor keeps. Their paths overlap, so that one vendor keeps one. */
public enum Dialect {
    /** As the guide says: one order per create, and the first code ends it. */
    GUIDE,
    /** As the published contract says: texts don't end an order, and there are keys, windows, guards and webhooks. */
    PUBLISHED
}
