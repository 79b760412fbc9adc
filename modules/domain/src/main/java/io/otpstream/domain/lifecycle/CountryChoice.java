package io.otpstream.domain.lifecycle;

/** Which of a request's countries is tried first. */
public enum CountryChoice {
    /** As they are listed. */
    LISTED,
    /** By price. */
    CHEAPEST,
    /** By what a code is expected to cost in money and in time. */
    BEST
}
