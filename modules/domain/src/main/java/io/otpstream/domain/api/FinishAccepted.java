package io.otpstream.domain.api;

/** The API took a finish: the order is over, and its number may go to somebody else. */
public record FinishAccepted() {}
