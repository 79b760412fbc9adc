package io.otpstream.domain.api;

/** The API took a cancel: any 2xx, since the guide leaves the body open. */
public record CancelAccepted() {}
