package io.otpstream.domain.api;

/**
 * The API took a request for another text.
 *
 * @param resent whether it says that it has asked for one
 */
public record ResendAccepted(boolean resent) {}
