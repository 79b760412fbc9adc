package io.otpstream.streams.money;

import io.otpstream.contract.PriceSource;
import io.otpstream.domain.money.Books;
import io.otpstream.domain.money.Reading;
import io.otpstream.domain.money.Spend;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows beside the movements that are not past.
 *
 * @param movements how many there were
 * @param books null before the first reading is settled
 * @param pending readings that are not settled, in the order in which they were made
 * @param from where amounts of the running hour come from; null while there is none
 */
record LedgerState(
        long movements,
        @Nullable Books books,
        List<Heard> pending,
        Spend spend,
        Episodes episodes,
        @Nullable PriceSource from) {

    /**
     * A reading.
     *
     * @param at when the ledger heard of it
     */
    record Heard(Reading reading, Instant at) {}

    LedgerState {
        pending = List.copyOf(pending);
    }

    static LedgerState empty(Instant now) {
        return new LedgerState(0, null, List.of(), Spend.none(now), Episodes.NONE, null);
    }

    /** With a movement more. */
    LedgerState plus(Movement movement) {
        return new LedgerState(
                movements + 1,
                books == null ? null : books.heard(movement.toMove()),
                pending,
                spend.plus(movement.toMove()),
                episodes,
                sum(from, movement.from()));
    }

    /** When the hour may have turned. */
    LedgerState at(Instant now) {
        return new LedgerState(movements, books, pending, spend.at(now), episodes, from);
    }

    LedgerState withPending(List<Heard> readings) {
        return new LedgerState(movements, books, readings, spend, episodes, from);
    }

    LedgerState withEpisodes(Episodes others) {
        return new LedgerState(movements, books, pending, spend, others, from);
    }

    LedgerState withBooks(Books others) {
        boolean sameHour =
                books == null || books.page().hour().equals(others.page().hour());
        return new LedgerState(movements, others, pending, spend, episodes, sameHour ? from : null);
    }

    private static @Nullable PriceSource sum(@Nullable PriceSource a, @Nullable PriceSource b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a == b ? a : PriceSource.MIXED;
    }
}
