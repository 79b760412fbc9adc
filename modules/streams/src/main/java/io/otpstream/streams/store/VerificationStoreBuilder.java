package io.otpstream.streams.store;

import io.otpstream.contract.JsonSerde;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** Makes one {@link VerificationStore} per task. */
public final class VerificationStoreBuilder implements StoreBuilder<VerificationStore> {

    /** Part of the changelog topic's name, and with it public. */
    public static final String NAME = "verifications";

    private static final String TEN_MINUTES =
            Long.toString(Duration.ofMinutes(10).toMillis());

    private StoreBuilder<KeyValueStore<String, VerificationRow>> rows = Stores.keyValueStoreBuilder(
                    Stores.persistentKeyValueStore(NAME), Serdes.String(), JsonSerde.of(VerificationRow.class))
            .withCachingDisabled()
            // Rows of open orders hold phone numbers: an older version of a row must not outlive them for days.
            .withLoggingEnabled(Map.of(
                    TopicConfig.SEGMENT_MS_CONFIG, TEN_MINUTES, TopicConfig.MAX_COMPACTION_LAG_MS_CONFIG, TEN_MINUTES));

    /** The topic on which Kafka Streams keeps the rows of an application. */
    public static String changelogOf(String applicationId) {
        return applicationId + "-" + NAME + "-changelog";
    }

    @Override
    public VerificationStore build() {
        return new VerificationStore(rows.build());
    }

    @Override
    public StoreBuilder<VerificationStore> withCachingEnabled() {
        rows = rows.withCachingEnabled();
        return this;
    }

    @Override
    public StoreBuilder<VerificationStore> withCachingDisabled() {
        rows = rows.withCachingDisabled();
        return this;
    }

    @Override
    public StoreBuilder<VerificationStore> withLoggingEnabled(Map<String, String> config) {
        rows = rows.withLoggingEnabled(config);
        return this;
    }

    @Override
    public StoreBuilder<VerificationStore> withLoggingDisabled() {
        rows = rows.withLoggingDisabled();
        return this;
    }

    @Override
    public Map<String, String> logConfig() {
        return rows.logConfig();
    }

    @Override
    public boolean loggingEnabled() {
        return rows.loggingEnabled();
    }

    @Override
    public String name() {
        return rows.name();
    }
}
