package io.otpstream.streams.store;

import io.otpstream.contract.JsonSerde;
import io.otpstream.domain.purchase.Member;
import io.otpstream.domain.purchase.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * The purchases of one partition that are not over. There are about as many as calls are under way, so that all of them
 * are on the heap as well. Belongs to the task's thread.
 */
public final class Purchases {

    /** Part of the changelog topic's name, and with it public. */
    public static final String NAME = "purchases";

    private static final String TEN_MINUTES =
            Long.toString(Duration.ofMinutes(10).toMillis());

    private static final Comparator<Purchase> TURNS =
            Comparator.comparing(Purchase::nextTryAt).thenComparing(Purchase::key);

    private final KeyValueStore<String, PurchaseRow> rows;
    private final Map<String, Purchase> underWay = new TreeMap<>();

    /**
     * What the rows hold when a task starts.
     *
     * @param rows the truth
     * @param inherited what a purchase of an earlier owner is for this one; stored when it changes again
     */
    public Purchases(KeyValueStore<String, PurchaseRow> rows, UnaryOperator<Purchase> inherited) {
        this.rows = rows;
        try (KeyValueIterator<String, PurchaseRow> all = rows.all()) {
            all.forEachRemaining(
                    row -> underWay.put(row.key, inherited.apply(PurchaseMapper.toPurchase(row.key, row.value))));
        }
    }

    /** Makes one store of rows per task. */
    public static StoreBuilder<KeyValueStore<String, PurchaseRow>> builder() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(NAME), Serdes.String(), JsonSerde.of(PurchaseRow.class))
                .withCachingDisabled()
                // A row lives for seconds: without this, whoever restores reads the purchases of a week.
                .withLoggingEnabled(Map.of(
                        TopicConfig.SEGMENT_MS_CONFIG,
                        TEN_MINUTES,
                        TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG,
                        TEN_MINUTES));
    }

    /** The purchase of that key; null if there is none, or it is over. */
    public @Nullable Purchase get(String key) {
        return underWay.get(key);
    }

    /** Stores a purchase that is new or has changed. */
    public void put(Purchase purchase) {
        rows.put(purchase.key(), PurchaseMapper.toRow(purchase));
        underWay.put(purchase.key(), purchase);
    }

    /** The purchase is over. */
    public void remove(String key) {
        rows.delete(key);
        underWay.remove(key);
    }

    /** The purchase that is to be sent again first; null if it isn't time for any. */
    public @Nullable Purchase firstDue(Instant now) {
        return underWay.values().stream()
                .filter(purchase -> !purchase.nextTryAt().isAfter(now))
                .min(TURNS)
                .orElse(null);
    }

    /** How many are to be sent again by now. */
    public int due(Instant now) {
        return Math.toIntExact(underWay.values().stream()
                .filter(purchase -> !purchase.nextTryAt().isAfter(now))
                .count());
    }

    /** When {@link #firstDue} will have one, if nothing happens; null if there are none. */
    public @Nullable Instant nextDue() {
        return underWay.values().stream()
                .map(Purchase::nextTryAt)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    /** The requests that wait for one of them. */
    public Set<String> members() {
        return underWay.values().stream()
                .flatMap(purchase -> purchase.members().stream())
                .map(Member::requestId)
                .collect(Collectors.toSet());
    }
}
