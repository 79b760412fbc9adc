package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Whether an alert begins or ends. */
public enum AlertState implements WireWord {
    /** It is so from now on, or it has happened once. */
    RAISED,
    /** It is over: the last alert of the same kind and subject no longer holds. */
    CLEARED,
    /** A word that this version doesn't know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
