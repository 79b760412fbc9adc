package io.otpstream.domain.money;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The books of one hour: {@code opening + deposits - charges + refunds + unexplained = closing}. All amounts are whole
 * rupiah.
 *
 * @param hour its start
 * @param opening the last reading of the hour before; the first one in the first hour
 * @param closing the last reading that is settled
 * @param depositsIdr by how much the balance rose without a refund
 * @param unexplainedIdr by how much it fell without an order, as a number below 0; above 0 where an order explains later
 *     what was unexplained in an hour before
 * @param lockedIdr the price of orders that had not ended at the closing
 */
public record Page(
        Instant hour, Settled opening, Settled closing, long depositsIdr, long unexplainedIdr, long lockedIdr) {

    /** What orders were charged between opening and closing. */
    public long chargesIdr() {
        return closing.chargedIdr() - opening.chargedIdr();
    }

    /** What was given back between opening and closing. */
    public long refundsIdr() {
        return closing.refundedIdr() - opening.refundedIdr();
    }

    static Page first(Settled opening, long lockedIdr) {
        return new Page(hourOf(opening.at()), opening, opening, 0, 0, lockedIdr);
    }

    /** With one reading more; it begins a page if it is of a later hour. */
    Page next(Settled reading, long deposited, long unexplained, long locked) {
        Instant readingsHour = hourOf(reading.at());
        return readingsHour.isAfter(hour)
                ? new Page(readingsHour, closing, reading, deposited, unexplained, locked)
                : new Page(hour, opening, reading, depositsIdr + deposited, unexplainedIdr + unexplained, locked);
    }

    private static Instant hourOf(Instant at) {
        return at.truncatedTo(ChronoUnit.HOURS);
    }
}
