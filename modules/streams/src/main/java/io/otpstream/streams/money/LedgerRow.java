package io.otpstream.streams.money;

import io.otpstream.contract.PriceSource;
import io.otpstream.domain.money.Books;
import io.otpstream.domain.money.Page;
import io.otpstream.domain.money.Reading;
import io.otpstream.domain.money.Settled;
import io.otpstream.domain.money.Spend;
import io.otpstream.domain.money.Totals;
import io.otpstream.streams.money.LedgerState.Heard;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** A {@link LedgerState} as the store and its changelog hold it. */
record LedgerRow(
        int version,
        long movements,
        @Nullable BooksRow books,
        List<ReadingRow> pending,
        SpendRow spend,
        Episodes episodes,
        @Nullable PriceSource from) {

    private static final int VERSION = 1;

    record ReadingRow(Instant askedAt, Instant seenAt, long balanceIdr, Instant heardAt) {}

    record SpendRow(Instant hour, long hourIdr, long hourBeforeIdr, Instant day, long dayIdr) {}

    record SettledRow(Instant at, long balanceIdr, long chargedIdr, long refundedIdr) {

        static SettledRow of(Settled settled) {
            return new SettledRow(settled.at(), settled.balanceIdr(), settled.chargedIdr(), settled.refundedIdr());
        }

        Settled settled() {
            return new Settled(at, balanceIdr, chargedIdr, refundedIdr);
        }
    }

    record PageRow(
            Instant hour,
            SettledRow opening,
            SettledRow closing,
            long depositsIdr,
            long unexplainedIdr,
            long lockedIdr) {

        static PageRow of(Page page) {
            return new PageRow(
                    page.hour(),
                    SettledRow.of(page.opening()),
                    SettledRow.of(page.closing()),
                    page.depositsIdr(),
                    page.unexplainedIdr(),
                    page.lockedIdr());
        }

        Page page() {
            return new Page(hour, opening.settled(), closing.settled(), depositsIdr, unexplainedIdr, lockedIdr);
        }
    }

    record BooksRow(
            long chargedIdr,
            long refundedIdr,
            long lockedIdr,
            long outsideIdr,
            long goneIdr,
            long lateIdr,
            PageRow page) {

        static BooksRow of(Books books) {
            Totals past = books.past();
            return new BooksRow(
                    past.chargedIdr(),
                    past.refundedIdr(),
                    past.lockedIdr(),
                    books.outsideIdr(),
                    books.goneIdr(),
                    books.lateIdr(),
                    PageRow.of(books.page()));
        }

        Books books() {
            Totals past = new Totals(chargedIdr, refundedIdr, lockedIdr);
            return new Books(past, outsideIdr, goneIdr, lateIdr, page.page());
        }
    }

    static LedgerRow of(LedgerState state) {
        Books books = state.books();
        Spend spend = state.spend();
        return new LedgerRow(
                VERSION,
                state.movements(),
                books == null ? null : BooksRow.of(books),
                state.pending().stream().map(LedgerRow::reading).toList(),
                new SpendRow(spend.hour(), spend.hourIdr(), spend.hourBeforeIdr(), spend.day(), spend.dayIdr()),
                state.episodes(),
                state.from());
    }

    LedgerState state() {
        if (version != VERSION) {
            throw new SerializationException("the ledger has version " + version + ", this otpstream reads " + VERSION);
        }
        return new LedgerState(
                movements,
                books == null ? null : books.books(),
                pending.stream().map(LedgerRow::heard).toList(),
                new Spend(spend.hour(), spend.hourIdr(), spend.hourBeforeIdr(), spend.day(), spend.dayIdr()),
                episodes,
                from);
    }

    private static ReadingRow reading(Heard heard) {
        Reading reading = heard.reading();
        return new ReadingRow(reading.askedAt(), reading.seenAt(), reading.balanceIdr(), heard.at());
    }

    private static Heard heard(ReadingRow row) {
        return new Heard(new Reading(row.askedAt(), row.seenAt(), row.balanceIdr()), row.heardAt());
    }
}
