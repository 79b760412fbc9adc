package io.otpstream.streams.rates;

import io.otpstream.contract.Alert;
import io.otpstream.contract.Costs;
import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.domain.lifecycle.Wanted;
import io.otpstream.domain.rates.RateWatch;
import io.otpstream.streams.calls.Catalogue;
import io.otpstream.streams.calls.Resolved;
import io.otpstream.streams.money.Movement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Properties;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/** The tables without the rest of the pipeline: the test writes events and reads what they change. */
final class RatesFixture implements AutoCloseable {

    private static final String EVENTS = "events";
    private static final String MOVEMENTS = "movements";

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, OrderEvent> events;
    private final TestOutputTopic<String, Movement> movements;
    private final TestOutputTopic<String, Alert> alerts;
    private final Map<String, SuccessRates> rates = new HashMap<>();
    private final Map<String, Costs> costs = new HashMap<>();
    private final List<TestOutputTopic<String, SuccessRates>> rateTables;
    private final TestOutputTopic<String, Costs> costTable;

    RatesFixture(Path stateDir) {
        this(stateDir, OptionalDouble.empty(), 1);
    }

    RatesFixture(Path stateDir, OptionalDouble limit, double speed) {
        StreamsBuilder builder = new StreamsBuilder();
        new RatesTopology(new OutcomeRules(speed), new RateWatch(limit), new OnlyIndonesia())
                .addTo(builder.stream(EVENTS, Consumed.with(Serdes.String(), Topics.ORDERS.valueSerde())))
                .to(MOVEMENTS, Produced.with(Serdes.String(), JsonSerde.of(Movement.class)));
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "rates");
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        driver = new TopologyTestDriver(builder.build(), config);
        events = driver.createInputTopic(
                EVENTS, Serdes.String().serializer(), Topics.ORDERS.valueSerde().serializer());
        movements = driver.createOutputTopic(
                MOVEMENTS,
                Serdes.String().deserializer(),
                JsonSerde.of(Movement.class).deserializer());
        alerts = table(Topics.ALERTS);
        costTable = table(Topics.COSTS);
        rateTables = List.of(
                table(Topics.SUCCESS_RATES),
                table(Topics.SUCCESS_RATES_BY_PLATFORM),
                table(Topics.SUCCESS_RATES_BY_HOUR));
    }

    private <V> TestOutputTopic<String, V> table(Topic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }

    void happened(OrderEvent... some) {
        for (OrderEvent event : some) {
            events.pipeInput(event.requestId(), event, event.at());
        }
    }

    /** What the tables of success rates say of a key by now; their keys differ. Null where they say nothing. */
    @Nullable
    SuccessRates ratesOf(String key) {
        return rates().get(key);
    }

    /** All rows of all tables of success rates. */
    Map<String, SuccessRates> rates() {
        rateTables.forEach(table -> rates.putAll(table.readKeyValuesToMap()));
        return rates;
    }

    Map<String, Costs> costs() {
        costs.putAll(costTable.readKeyValuesToMap());
        return costs;
    }

    List<Movement> movements() {
        return movements.readValuesToList();
    }

    List<Alert> alerts() {
        return alerts.readValuesToList();
    }

    /** How many records came out for tables since the last time that somebody read them. */
    int unread() {
        return rateTables.stream()
                        .mapToInt(table -> table.readRecordsToList().size())
                        .sum()
                + costTable.readRecordsToList().size()
                + movements.readRecordsToList().size();
    }

    boolean isStored(String store, String key, Instant window) {
        WindowStore<String, Object> rows = driver.getWindowStore(store);
        return rows.fetch(key, window.toEpochMilli()) != null;
    }

    @Override
    public void close() {
        driver.close();
    }

    private static final class OnlyIndonesia implements Catalogue {
        @Override
        public Resolved resolve(String platform, List<String> countries) {
            throw new AssertionError("nothing is named here");
        }

        @Override
        public Optional<List<Operator>> operators(int countryId, int platformId) {
            return Optional.of(List.of());
        }

        @Override
        public Optional<List<Offer>> offers(Wanted.Ids wanted) {
            throw new AssertionError("who counts needs no offers");
        }

        @Override
        public @Nullable String isoCode(int countryId) {
            return countryId == Events.INDONESIA ? "ID" : null;
        }

        @Override
        public List<Country> countries() {
            throw new AssertionError("who counts needs no names");
        }
    }
}
