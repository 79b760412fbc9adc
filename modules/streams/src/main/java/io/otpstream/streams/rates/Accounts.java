package io.otpstream.streams.rates;

import java.time.Instant;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.jspecify.annotations.Nullable;

/**
 * What is known of each order, for so long that no event of it can still come. For the task's thread.
 *
 * <p>The window of an account begins with the first fact of it, whose time another fact may not name: an account in doubt
 * knows of no order. So accounts are looked for in all the time for which they are kept.
 */
final class Accounts {

    private final WindowStore<String, OrderFact> store;

    Accounts(WindowStore<String, OrderFact> store) {
        this.store = store;
    }

    /** A fact that was known, and since when. */
    private record Known(long start, OrderFact fact) {}

    /**
     * What changes when a fact is added.
     *
     * @param before what the account said; null where there was none
     * @param after what it says now
     */
    record Change(@Nullable OrderFact before, OrderFact after) {}

    /** Adds a fact; null if it changes nothing: the account knows it, or a later one. */
    @Nullable
    Change add(OrderFact fact) {
        String key = fact.countryId() + "/" + fact.attempt() + "/" + fact.requestId();
        Known known = find(key, fact.since());
        OrderFact before = known == null ? null : known.fact();
        OrderFact after = OrderFact.merged(before, fact);
        if (after.equals(before)) {
            return null;
        }
        store.put(key, after, known == null ? fact.since().toEpochMilli() : known.start());
        return new Change(before, after);
    }

    private @Nullable Known find(String key, Instant around) {
        Instant from = around.minus(RateStores.ACCOUNTS_KEPT);
        try (WindowStoreIterator<OrderFact> found = store.fetch(
                key, from.isBefore(Instant.EPOCH) ? Instant.EPOCH : from, around.plus(RateStores.ACCOUNTS_KEPT))) {
            if (!found.hasNext()) {
                return null;
            }
            KeyValue<Long, OrderFact> first = found.next();
            return new Known(first.key, first.value);
        }
    }
}
