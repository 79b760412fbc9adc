package io.otpstream.streams.fleet;

import io.otpstream.domain.money.Reading;
import java.time.Instant;

/**
 * What the balance was, as it stands on {@code otpstream.balance-readings}; the key is the process that has read it.
 *
 * @param version of this format
 * @param askedAt when the question left, by that process's clock
 * @param at when the answer was there
 * @param balanceIdr whole rupiah
 */
public record BalanceReading(int version, Instant askedAt, Instant at, long balanceIdr) {

    /** Internal: its records may change with any version. */
    public static final String TOPIC = "otpstream.balance-readings";

    /** The format that this version writes and reads. */
    public static final int VERSION = 1;

    static BalanceReading of(Instant askedAt, Instant seenAt, long balanceIdr) {
        return new BalanceReading(VERSION, askedAt, seenAt, balanceIdr);
    }

    /** The same for arithmetic. */
    public Reading toReading() {
        return new Reading(askedAt, at, balanceIdr);
    }
}
