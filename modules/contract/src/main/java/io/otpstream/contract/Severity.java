package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How soon a person should look at an alert. */
public enum Severity implements WireWord {
    /** Good to know. */
    INFO,
    /** Today. */
    WARNING,
    /** Now: requests wait or money is at stake. */
    CRITICAL,
    /** A word that this version doesn't know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
