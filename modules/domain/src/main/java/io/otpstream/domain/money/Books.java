package io.otpstream.domain.money;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Explains balances by orders. What the balance would be without any order of ours is the money from outside: it rises by
 * deposits and falls when somebody else spends. Every reading says between which bounds it lies; it is moved no further
 * than a reading forces it. So it never exceeds the truth in a world where only deposits and our orders move money, and
 * falls below no bound there: nothing is unexplained, however calls, answers and events interleave.
 *
 * <p>A reading may be settled once the events of all orders that it contains are here. docs/decisions/020 has the proof.
 * All amounts are whole rupiah.
 *
 * @param past the moves that are older than the last reading that was settled
 * @param outsideIdr the money from outside
 * @param goneIdr what is unexplained so far, as a number above 0
 * @param lateIdr what was charged for orders whose event came too late for the reading that contains it
 * @param page the running hour
 */
public record Books(Totals past, long outsideIdr, long goneIdr, long lateIdr, Page page) {

    /** By how much clocks of two machines may differ: the pipeline stops calling before that. */
    public static final Duration CLOCK_ERROR = Duration.ofSeconds(2);

    /** The guide's orders live for 20 min; one in doubt that nobody used is refunded by then. */
    private static final Duration DOUBT_LASTS = Duration.ofMinutes(30);

    /**
     * Begins with the least that there can be: what turns out to be more counts as paid in.
     *
     * @param moves all that are known
     */
    public static Books begun(Reading first, Collection<Move> moves) {
        Bounds bounds = Bounds.of(first, Totals.NONE, moves, CLOCK_ERROR);
        long outside = bounds.lowestOutsideIdr(first.balanceIdr());
        Settled opening = attributed(first, outside, bounds);
        return new Books(Totals.NONE, outside, 0, 0, Page.first(opening, locked(first, Totals.NONE, moves)));
    }

    /** Whether the reading is no later than the last one that was settled. */
    public boolean isSettled(Reading reading) {
        return !reading.seenAt().isAfter(page.closing().at());
    }

    /** An event has come. */
    public Books heard(Move move) {
        boolean late = !move.placedAt().isAfter(page.closing().at());
        return late
                ? new Books(
                        past,
                        outsideIdr,
                        goneIdr,
                        lateIdr + Math.max(0, move.chargedIdr()) + Math.max(0, move.inDoubtIdr()),
                        page)
                : this;
    }

    /**
     * Explains one reading more. It has to be later than the last one.
     *
     * @param recent all moves that are known and are not past
     */
    public Books settle(Reading reading, Collection<Move> recent) {
        Bounds bounds = Bounds.of(reading, past, recent, CLOCK_ERROR);
        long low = bounds.lowestOutsideIdr(reading.balanceIdr());
        long high = bounds.highestOutsideIdr(reading.balanceIdr());
        long outside = Math.min(Math.max(outsideIdr, Math.min(low, high)), high);
        long rise = Math.max(0, outside - outsideIdr);
        long fall = Math.max(0, outsideIdr - outside);
        long explained = Math.min(rise, Math.min(lateIdr, goneIdr));
        long gone = goneIdr + fall - explained;
        return new Books(
                past,
                outside,
                gone,
                Math.min(lateIdr - explained, gone),
                page.next(
                        attributed(reading, outside, bounds),
                        rise - explained,
                        explained - fall,
                        locked(reading, past, recent)));
    }

    /** Whether a move is in every reading from the last settled one on, and leaves no doubt. */
    public boolean isPast(Move move, Reading settled) {
        Instant surelyKnown = settled.askedAt().minus(CLOCK_ERROR);
        Instant over = move.inDoubtIdr() == 0 ? move.at() : move.at().plus(DOUBT_LASTS);
        return !over.isAfter(surelyKnown);
    }

    /** With a move that need not be given any more. */
    public Books withPast(Move move) {
        return new Books(past.plus(move), outsideIdr, goneIdr, lateIdr, page);
    }

    /** Which of the uncertain charges and refunds are in the reading follows from the money from outside. */
    private static Settled attributed(Reading reading, long outside, Bounds bounds) {
        long chargedLessRefunded = outside - reading.balanceIdr();
        long charged = Math.max(bounds.leastChargedIdr(), chargedLessRefunded + bounds.leastRefundedIdr());
        return new Settled(reading.seenAt(), reading.balanceIdr(), charged, charged - chargedLessRefunded);
    }

    private static long locked(Reading reading, Totals past, Collection<Move> recent) {
        return past.lockedIdr()
                + recent.stream()
                        .filter(move -> !move.at().isAfter(reading.seenAt()))
                        .mapToLong(Move::lockedIdr)
                        .sum();
    }
}
