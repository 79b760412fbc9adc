package io.otpstream.domain.api;

/** The API took a cancel: any 2xx that has no body or one of JSON, since the guide leaves its fields open. */
public record CancelAccepted() {}
