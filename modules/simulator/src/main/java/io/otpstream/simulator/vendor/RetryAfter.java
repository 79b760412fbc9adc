package io.otpstream.simulator.vendor;

import java.io.Serializable;
import java.time.Duration;

/**
 * When a customer may come back.
 *
 * @param span model time until a request can succeed
 * @param form how the header says so
 */
public record RetryAfter(Duration span, Form form) implements Serializable {

    /** The two forms that RFC 9110 knows. */
    public enum Form {
        SECONDS,
        DATE
    }
}
