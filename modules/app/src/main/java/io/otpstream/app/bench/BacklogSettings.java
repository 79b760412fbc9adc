package io.otpstream.app.bench;

/**
 * One bench of a backlog.
 *
 * @param batch requests of priority batch, all at once
 * @param interactive requests of priority interactive, one after the other while the batch waits
 * @param seed of requests and simulator
 */
public record BacklogSettings(int batch, int interactive, long seed) {}
