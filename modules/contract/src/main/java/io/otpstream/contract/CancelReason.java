package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Why an order was cancelled. */
public enum CancelReason implements WireWord {
    /** No code within the request's time-out. */
    TIMED_OUT,
    /** The requester withdrew the request. */
    WITHDRAWN,
    /** The requester reported that the platform refused the number. */
    NUMBER_REJECTED,
    /** The vendor cancelled it by itself. */
    VENDOR,
    /** No request was waiting for the order any more. */
    ORPHANED,
    /** The API's answer held no phone number. */
    NO_NUMBER,
    /** A word that this version doesn't know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
