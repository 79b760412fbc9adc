package io.otpstream.streams.rates;

import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;

/**
 * The stores behind the tables.
 *
 * <p>What goes after a time lies in window stores, whose windows begin when the row's time did: Kafka Streams drops them
 * by whole segments, as the changelog topic does, without a search for what is old and without a tombstone per row. A
 * segment is half of the retention, so a row may lie half as long again; it is not read any more.
 */
final class RateStores {

    static final String ACCOUNTS = "order-accounts";
    static final String RATES = "success-rates";
    static final String HOURS = "success-rates-by-hour";
    static final String COSTS = "costs";

    /** An order is over after some minutes, and a request id is known for seven days unless set otherwise. */
    static final Duration ACCOUNTS_KEPT = Duration.ofDays(8);

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration INSTANT = Duration.ofMillis(1);

    private RateStores() {}

    static Set<StoreBuilder<?>> all() {
        StoreBuilder<KeyValueStore<String, RateRow>> rates = Stores.keyValueStoreBuilder(
                Stores.persistentKeyValueStore(RATES), Serdes.String(), JsonSerde.of(RateRow.class));
        return Set.of(
                windows(ACCOUNTS, ACCOUNTS_KEPT, INSTANT, OrderFact.class),
                rates,
                windows(HOURS, retention(Topics.SUCCESS_RATES_BY_HOUR), HOUR, Tally.class),
                windows(COSTS, retention(Topics.COSTS), HOUR, CostRow.class));
    }

    private static <R extends Record> StoreBuilder<WindowStore<String, R>> windows(
            String name, Duration kept, Duration window, Class<R> row) {
        return Stores.windowStoreBuilder(
                Stores.persistentWindowStore(name, kept, window, false), Serdes.String(), JsonSerde.of(row));
    }

    private static Duration retention(Topic<?, ?> topic) {
        return Objects.requireNonNull(topic.retention(), topic.name());
    }
}
