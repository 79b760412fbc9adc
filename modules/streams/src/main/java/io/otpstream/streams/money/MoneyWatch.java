package io.otpstream.streams.money;

import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.Topics;
import io.otpstream.streams.fleet.BalanceReading;
import io.otpstream.streams.fleet.Messages;
import io.otpstream.streams.fleet.Pause;
import io.otpstream.streams.steps.Branches;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * From movements of money and readings of the balance to statements, alerts and pauses.
 *
 * <p>All of it meets in one task: there is one account, and its balance is explained by all orders together. Some two
 * movements a second are the most that a token's limit allows, so one task is enough.
 */
public final class MoneyWatch {

    private static final String ACCOUNT = "account";

    private final MoneyRules rules;

    public MoneyWatch(MoneyRules rules) {
        this.rules = rules;
    }

    /**
     * Adds its part to a topology.
     *
     * @param movements what every event changed, each change once
     */
    public void addTo(StreamsBuilder builder, KStream<String, Movement> movements) {
        builder.addStateStore(states());
        builder.addStateStore(movementsByNumber());

        KStream<String, LedgerInput> moved = movements
                .selectKey((order, movement) -> ACCOUNT, Named.as("to-account"))
                .repartition(Repartitioned.with(Serdes.String(), JsonSerde.of(Movement.class))
                        .withName("movements-of-account")
                        .withNumberOfPartitions(1))
                .mapValues(movement -> new LedgerInput.Moved(movement), Named.as("moved"));
        KStream<String, LedgerInput> seen = builder.stream(
                        BalanceReading.TOPIC,
                        Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName("balance-reading-source"))
                .flatMap(
                        (process, bytes) -> Messages.READINGS.read(bytes).stream()
                                .map(reading ->
                                        KeyValue.<String, LedgerInput>pair(ACCOUNT, new LedgerInput.Seen(reading)))
                                .toList(),
                        Named.as("balance-reading"));
        KStream<String, LedgerOutput> said = moved.merge(seen, Named.as("with-readings"))
                .process(() -> new Ledger(rules), Named.as("balance-ledger"), Ledger.STATE, Ledger.MOVEMENTS);

        Branches.write(
                route(said, LedgerOutput.Stated.class, "statement")
                        .map(
                                (account, stated) ->
                                        KeyValue.pair(stated.statement().hour().toString(), stated.statement()),
                                Named.as("to-statement")),
                Topics.BALANCE_STATEMENTS,
                "balance-statements-sink");
        Branches.write(
                route(said, LedgerOutput.Raised.class, "money-alert")
                        .map(
                                (account, raised) ->
                                        KeyValue.pair(raised.alert().kind(), raised.alert()),
                                Named.as("to-money-alert")),
                Topics.ALERTS,
                "money-alerts-sink");
        route(said, LedgerOutput.Paused.class, "spend-pause")
                .map(
                        (account, paused) -> KeyValue.pair(paused.pause().from(), paused.pause()),
                        Named.as("to-spend-pause"))
                .to(Pause.TOPIC, Produced.with(Serdes.String(), pauses()).withName("spend-pauses-sink"));
    }

    /** In memory: some hundred rows at most, which come and go all the time. */
    private static StoreBuilder<?> states() {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Ledger.STATE), Serdes.String(), JsonSerde.of(LedgerRow.class));
    }

    private static StoreBuilder<?> movementsByNumber() {
        return Stores.keyValueStoreBuilder(
                Stores.inMemoryKeyValueStore(Ledger.MOVEMENTS), Serdes.Long(), JsonSerde.of(Movement.class));
    }

    private static Serde<Pause> pauses() {
        return JsonSerde.of(Pause.class);
    }

    private static <T extends LedgerOutput> KStream<String, T> route(
            KStream<String, LedgerOutput> said, Class<T> kind, String what) {
        return Branches.route(said, kind, what, what);
    }
}
