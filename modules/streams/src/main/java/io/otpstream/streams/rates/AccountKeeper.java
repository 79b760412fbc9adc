package io.otpstream.streams.rates;

import io.otpstream.domain.rates.RateWatch;
import io.otpstream.streams.calls.Catalogue;
import io.otpstream.streams.money.Movement;
import java.util.List;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Merges the facts of each order into its account, and counts what an account says now in place of what it said before.
 * An order counts once in each table, however often and in whatever order its events come.
 */
final class AccountKeeper implements Processor<String, OrderFact, String, Change> {

    private static final Logger LOG = LoggerFactory.getLogger(AccountKeeper.class);

    private final Catalogue catalogue;
    private final RateWatch watch;
    private @Nullable Books books;

    AccountKeeper(Catalogue catalogue, RateWatch watch) {
        this.catalogue = catalogue;
        this.watch = watch;
    }

    /** What a task has, once its context is known. */
    private record Books(
            ProcessorContext<?, ?> context, Accounts accounts, List<Grouping<?, ?>> groupings, Emitter emitter) {

        /** Whether the account of this order may be gone already, so that nobody knows what of it was counted. */
        boolean isForgotten(OrderFact fact) {
            long since = fact.since().toEpochMilli();
            return since < context.currentStreamTimeMs() - RateStores.ACCOUNTS_KEPT.toMillis();
        }
    }

    @Override
    public void init(ProcessorContext<String, Change> context) {
        Emitter emitter = new Emitter(context, catalogue);
        KeyValueStore<String, RateRow> rates = context.getStateStore(RateStores.RATES);
        books = new Books(
                context,
                new Accounts(context.getStateStore(RateStores.ACCOUNTS)),
                List.of(
                        new CountryRates(rates, watch, emitter),
                        new PlatformRates(rates, emitter),
                        new HourRates(context.getStateStore(RateStores.HOURS), emitter),
                        new CostCells(context.getStateStore(RateStores.COSTS), emitter)),
                emitter);
    }

    @Override
    public void process(Record<String, OrderFact> record) {
        if (books != null) {
            process(books, record.value());
        }
    }

    private static void process(Books books, OrderFact fact) {
        if (books.isForgotten(fact)) {
            LOG.warn(
                    "An event of an order of {} is not counted: what was counted of it before is no longer known",
                    fact.since());
            return;
        }
        Accounts.Change change = books.accounts().add(fact);
        if (change == null) {
            return;
        }
        books.groupings().forEach(grouping -> grouping.change(change.before(), change.after()));
        Movement movement = Movements.between(change.before(), change.after());
        if (movement != null) {
            books.emitter().emit(Integer.toString(fact.countryId()), new Change.OfMoney(movement), movement.at());
        }
    }
}
