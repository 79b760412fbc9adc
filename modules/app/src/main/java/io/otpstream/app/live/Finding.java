package io.otpstream.app.live;

/**
 * What was found out about an assumption.
 *
 * @param evidence one line, without phone numbers, codes and secrets
 */
public record Finding(Assumption assumption, Verdict verdict, String evidence) {}
