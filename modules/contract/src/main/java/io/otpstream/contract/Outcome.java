package io.otpstream.contract;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How a request ended that got no code. */
public enum Outcome implements WireWord {
    /** The vendor ended the last order without a code. */
    EXPIRED,
    /** The vendor cancelled the last order. */
    CANCELLED,
    /** No code came within the request's time-out. */
    TIMED_OUT,
    /** The requester withdrew the request. */
    WITHDRAWN,
    /** None of the countries had a number for the platform. */
    NO_STOCK,
    /** Numbers were there, but dearer than the request allows. */
    PRICE_ABOVE_LIMIT,
    /** The request is malformed, or the API refuses what it asks for. */
    REJECTED,
    /** The platform refused the last number, as the requester reported. */
    NUMBER_REJECTED,
    /** No order could be placed before the request's {@code start_before}. */
    START_EXPIRED,
    /** A word that this version doesn't know. */
    @JsonEnumDefaultValue
    UNKNOWN
}
