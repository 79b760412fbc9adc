package io.otpstream.simulator.vendor;

import java.time.Duration;

/**
 * Something that a customer is told of without asking.
 *
 * @param at when it happened, model time
 * @param order as it was then
 */
public record WebhookEvent(Type type, Duration at, OrderDetails order, String countryCode, String platformCode) {

    /** What has happened to the order. */
    public enum Type {
        /** A text has arrived, with a code or without. */
        OTP_RECEIVED,
        COMPLETED,
        EXPIRED,
        CANCELED
    }
}
