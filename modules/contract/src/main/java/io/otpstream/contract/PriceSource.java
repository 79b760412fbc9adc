package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where an amount comes from. */
public enum PriceSource implements WireWord {
    /** The API said what it charged. */
    CHARGED,
    /** The API doesn't say what it charges: the catalogue's price when the order was sent. */
    CATALOG,
    /** A sum of both. */
    MIXED,
    /** A word that this version doesn't know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
