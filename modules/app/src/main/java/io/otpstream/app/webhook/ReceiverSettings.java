package io.otpstream.app.webhook;

/**
 * Where the receiver listens, and how it knows the API.
 *
 * @param host name or address
 * @param port 0 for any free one
 * @param secrets that deliveries are signed with
 */
public record ReceiverSettings(String host, int port, SecretSource secrets) {}
