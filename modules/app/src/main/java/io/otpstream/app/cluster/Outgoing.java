package io.otpstream.app.cluster;

/**
 * A record that is to be sent.
 *
 * @param requestId the key
 * @param value the value
 */
public record Outgoing<V>(String requestId, V value) {}
