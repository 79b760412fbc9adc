package io.otpstream.streams.money;

import io.otpstream.domain.money.SpendCaps;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How the account is watched.
 *
 * @param settleAfter how long after a reading the events of all orders that it contains are here, real time
 * @param caps how much may be spent
 * @param lowBelowIdr a balance below it is reported, whole rupiah; empty if none is
 */
public record MoneyRules(Duration settleAfter, SpendCaps caps, OptionalLong lowBelowIdr) {}
