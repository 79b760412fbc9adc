package io.otpstream.domain.lifecycle;

/** Where an amount comes from. */
public enum PriceSource {
    /** The API said what it charged. */
    CHARGED,
    /** The catalogue's price when the order was sent. */
    CATALOG
}
