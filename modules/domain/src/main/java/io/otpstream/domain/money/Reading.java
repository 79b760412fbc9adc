package io.otpstream.domain.money;

import java.time.Instant;

/**
 * One look at the balance: at some moment between the two instants it was this.
 *
 * @param askedAt when the question left
 * @param seenAt when the answer was there
 * @param balanceIdr whole rupiah
 */
public record Reading(Instant askedAt, Instant seenAt, long balanceIdr) {}
