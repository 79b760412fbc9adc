package io.otpstream.domain.money;

import java.time.Instant;

/**
 * A balance and what of the orders' money is in it. All amounts are whole rupiah.
 *
 * @param at when it was read
 * @param chargedIdr charged by then, since the books were begun
 * @param refundedIdr given back by then
 */
public record Settled(Instant at, long balanceIdr, long chargedIdr, long refundedIdr) {}
