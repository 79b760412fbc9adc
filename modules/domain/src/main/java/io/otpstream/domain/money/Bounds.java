package io.otpstream.domain.money;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * What of the orders' money a reading can contain, at least and at most. What was known before the question left is in
 * it; what was sent after the answer is not; of everything between, nobody knows. All amounts are whole rupiah.
 *
 * @param mostChargedIdr what may have been charged for orders in doubt included
 * @param mostRefundedIdr the price of all open orders included: the vendor may have ended one, and nobody has seen it yet
 */
record Bounds(long leastChargedIdr, long mostChargedIdr, long leastRefundedIdr, long mostRefundedIdr) {

    /**
     * Of one reading.
     *
     * @param past moves that are older than the reading, whatever clocks say
     * @param recent all others that are known
     * @param clockError by how much clocks of two machines may differ
     */
    static Bounds of(Reading reading, Totals past, Collection<Move> recent, Duration clockError) {
        Instant surelyKnown = reading.askedAt().minus(clockError);
        Instant surelyLater = reading.seenAt().plus(clockError);
        Range charged = new Range(past.chargedIdr());
        Range refunded = new Range(past.refundedIdr());
        long locked = past.lockedIdr();
        long inDoubt = 0;
        for (Move move : recent) {
            inDoubt += move.inDoubtIdr();
            if (!move.at().isAfter(surelyKnown)) {
                charged.add(move.chargedIdr());
                refunded.add(move.refundedIdr());
                locked += move.lockedIdr();
            } else if (!move.placedAt().isAfter(surelyLater)) {
                charged.addPerhaps(move.chargedIdr());
                refunded.addPerhaps(move.refundedIdr());
                locked += move.lockedIdr();
            }
        }
        return new Bounds(
                charged.least,
                charged.most + Math.max(0, inDoubt),
                refunded.least,
                refunded.most + Math.max(0, locked));
    }

    /** The least that the balance would be without all orders. */
    long lowestOutsideIdr(long balanceIdr) {
        return balanceIdr + leastChargedIdr - mostRefundedIdr;
    }

    /** The most that it would be. */
    long highestOutsideIdr(long balanceIdr) {
        return balanceIdr + mostChargedIdr - leastRefundedIdr;
    }

    private static final class Range {

        private long least;
        private long most;

        Range(long start) {
            least = start;
            most = start;
        }

        void add(long amount) {
            least += amount;
            most += amount;
        }

        void addPerhaps(long amount) {
            least += Math.min(0, amount);
            most += Math.max(0, amount);
        }
    }
}
