package io.otpstream.streams.money;

import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Money;
import io.otpstream.contract.PriceSource;
import io.otpstream.domain.money.Books;
import io.otpstream.domain.money.Move;
import io.otpstream.domain.money.Page;
import io.otpstream.domain.money.Reading;
import io.otpstream.streams.money.LedgerInput.Moved;
import io.otpstream.streams.money.LedgerInput.Seen;
import io.otpstream.streams.money.LedgerState.Heard;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the books of the account: one task hears of all movements and of all readings. Belongs to that task's thread.
 */
final class Ledger implements Processor<String, LedgerInput, String, LedgerOutput> {

    /** The one row of {@link #STATE}. */
    private static final String ACCOUNT = "account";

    /** The store of the {@link LedgerState}. */
    static final String STATE = "balance-ledger";

    /** The store of movements that are not past, by number. */
    static final String MOVEMENTS = "balance-movements";

    private final MoneyRules rules;
    private @Nullable Work work;

    Ledger(MoneyRules rules) {
        this.rules = rules;
    }

    @Override
    public void init(ProcessorContext<String, LedgerOutput> context) {
        work = new Work(rules, context, context.getStateStore(STATE), context.getStateStore(MOVEMENTS));
    }

    @Override
    public void process(Record<String, LedgerInput> record) {
        if (work == null) {
            throw new IllegalStateException("not initialised");
        }
        work.process(record.value());
    }

    private static final class Work {

        private final MoneyRules rules;
        private final ProcessorContext<String, LedgerOutput> context;
        private final KeyValueStore<String, LedgerRow> states;
        private final KeyValueStore<Long, Movement> movements;
        private final BalanceAlerts balanceAlerts;
        private final SpendWatch spendWatch;

        Work(
                MoneyRules rules,
                ProcessorContext<String, LedgerOutput> context,
                KeyValueStore<String, LedgerRow> states,
                KeyValueStore<Long, Movement> movements) {
            this.rules = rules;
            this.context = context;
            this.states = states;
            this.movements = movements;
            this.balanceAlerts = new BalanceAlerts(rules.lowBelowIdr(), alert -> say(new LedgerOutput.Raised(alert)));
            this.spendWatch = new SpendWatch(rules.caps(), this::say);
        }

        void process(LedgerInput input) {
            Instant now = now();
            LedgerRow row = states.get(ACCOUNT);
            LedgerState before = (row == null ? LedgerState.empty(now) : row.state()).at(now);
            LedgerState after =
                    switch (input) {
                        case Moved(Movement movement) -> moved(before, movement);
                        case Seen seen -> seen(before, seen.reading().toReading(), now);
                    };
            Episodes episodes = spendWatch.look(after.episodes(), after.spend(), input instanceof Seen, now);
            states.put(ACCOUNT, LedgerRow.of(after.withEpisodes(episodes)));
        }

        private LedgerState moved(LedgerState before, Movement movement) {
            movements.put(before.movements(), movement);
            return before.plus(movement);
        }

        private LedgerState seen(LedgerState before, Reading reading, Instant now) {
            Episodes episodes = balanceAlerts.read(
                    before.episodes(), reading.balanceIdr(), before.spend().lastHourIdr(now), now);
            List<Heard> pending = new ArrayList<>(before.pending());
            pending.add(new Heard(reading, now));
            // Processes that read at the same time are heard in any order.
            pending.sort(Comparator.comparing(heard -> heard.reading().seenAt()));
            LedgerState state = before.withEpisodes(episodes);
            while (!pending.isEmpty() && isDue(pending.getFirst(), now)) {
                state = settle(state, pending.removeFirst().reading(), now);
            }
            return state.withPending(pending);
        }

        private boolean isDue(Heard heard, Instant now) {
            return !heard.at().plus(rules.settleAfter()).isAfter(now);
        }

        private LedgerState settle(LedgerState before, Reading reading, Instant now) {
            List<KeyValue<Long, Movement>> rows = rows();
            List<Move> moves = rows.stream().map(row -> row.value.toMove()).toList();
            Books books = before.books();
            if (books != null && books.isSettled(reading)) {
                return before;
            }
            Books settled = books == null ? Books.begun(reading, moves) : books.settle(reading, moves);
            LedgerState after = before.withBooks(forget(rows, settled, reading));
            say(new LedgerOutput.Stated(statement(settled.page(), after.from())));
            return after.withEpisodes(balanceAlerts.settled(after.episodes(), settled.page(), after.from(), now));
        }

        private List<KeyValue<Long, Movement>> rows() {
            List<KeyValue<Long, Movement>> rows = new ArrayList<>();
            try (KeyValueIterator<Long, Movement> all = movements.all()) {
                all.forEachRemaining(rows::add);
            }
            return rows;
        }

        /** Movements that are in every reading from now on are but a sum. */
        private Books forget(List<KeyValue<Long, Movement>> rows, Books settled, Reading reading) {
            Books books = settled;
            for (KeyValue<Long, Movement> row : rows) {
                Move move = row.value.toMove();
                if (settled.isPast(move, reading)) {
                    books = books.withPast(move);
                    movements.delete(row.key);
                }
            }
            return books;
        }

        private static BalanceStatement statement(Page page, @Nullable PriceSource from) {
            return new BalanceStatement(
                    page.hour(),
                    page.opening().at(),
                    page.closing().at(),
                    page.opening().balanceIdr(),
                    page.depositsIdr(),
                    page.chargesIdr(),
                    page.refundsIdr(),
                    page.closing().balanceIdr(),
                    page.unexplainedIdr(),
                    page.lockedIdr(),
                    Money.IDR,
                    from);
        }

        private void say(LedgerOutput output) {
            context.forward(new Record<>(ACCOUNT, output, now().toEpochMilli()));
        }

        /** The machine's time: events of a backlog are as old as they are, and are heard now. */
        private Instant now() {
            return Instant.ofEpochMilli(context.currentSystemTimeMs());
        }
    }
}
