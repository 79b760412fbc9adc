package io.otpstream.streams.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertState;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.domain.money.SpendCaps;
import io.otpstream.streams.fleet.BalanceReading;
import io.otpstream.streams.fleet.Messages;
import io.otpstream.streams.fleet.Pause;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;

/** The ledger alone: movements and readings go in, statements, alerts and pauses come out. */
final class MoneyFixture implements AutoCloseable {

    static final Duration SETTLE_AFTER = Duration.ofSeconds(90);
    static final MoneyRules NO_RULES = new MoneyRules(SETTLE_AFTER, SpendCaps.NONE, OptionalLong.empty());

    private static final String MOVEMENTS = "movements";

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, Movement> movements;
    private final TestInputTopic<byte[], byte[]> readings;
    private final TestOutputTopic<String, BalanceStatement> statements;
    private final TestOutputTopic<String, Alert> alerts;
    private final TestOutputTopic<String, Pause> pauses;
    private Instant now;

    MoneyFixture(Path stateDir, MoneyRules rules, Instant start) {
        now = start;
        StreamsBuilder builder = new StreamsBuilder();
        new MoneyWatch(rules)
                .addTo(
                        builder,
                        builder.stream(MOVEMENTS, Consumed.with(Serdes.String(), JsonSerde.of(Movement.class))));
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "money");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, stateDir.toString());
        properties.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
        driver = new TopologyTestDriver(builder.build(), properties, start);
        movements = driver.createInputTopic(
                MOVEMENTS, new StringSerializer(), JsonSerde.of(Movement.class).serializer());
        readings = driver.createInputTopic(BalanceReading.TOPIC, new ByteArraySerializer(), new ByteArraySerializer());
        statements = output(Topics.BALANCE_STATEMENTS);
        alerts = output(Topics.ALERTS);
        pauses = driver.createOutputTopic(
                Pause.TOPIC, new StringDeserializer(), JsonSerde.of(Pause.class).deserializer());
    }

    private <V> TestOutputTopic<String, V> output(Topic<String, V> topic) {
        return driver.createOutputTopic(
                topic.name(),
                topic.keySerde().deserializer(),
                topic.valueSerde().deserializer());
    }

    Instant now() {
        return now;
    }

    MoneyFixture after(Duration time) {
        now = now.plus(time);
        driver.advanceWallClockTime(time);
        return this;
    }

    MoneyFixture after(long seconds) {
        return after(Duration.ofSeconds(seconds));
    }

    /** An order was charged; returns when it was placed. */
    Instant placed(long priceIdr) {
        Instant placedAt = now;
        moved(new Movement(1, now, placedAt, priceIdr, 0, priceIdr, 0, PriceSource.CATALOG));
        return placedAt;
    }

    void completed(Instant placedAt, long priceIdr) {
        moved(new Movement(1, now, placedAt, 0, 0, -priceIdr, 0, PriceSource.CATALOG));
    }

    void refunded(Instant placedAt, long priceIdr) {
        moved(new Movement(1, now, placedAt, 0, priceIdr, -priceIdr, 0, PriceSource.CATALOG));
    }

    void moved(Movement movement) {
        movements.pipeInput("r1", movement, now);
    }

    MoneyFixture read(long balanceIdr) {
        BalanceReading reading = new BalanceReading(BalanceReading.VERSION, now, now, balanceIdr);
        readings.pipeInput(new byte[0], Messages.READINGS.write("p", reading).value(), now);
        return this;
    }

    void readGarbage() {
        readings.pipeInput(new byte[0], new byte[] {'{'}, now);
    }

    /** Reads the same balance until the last reading but these is settled. */
    MoneyFixture settled(long balanceIdr) {
        read(balanceIdr).after(SETTLE_AFTER).read(balanceIdr);
        return this;
    }

    BalanceStatement statement() {
        List<BalanceStatement> all = statements.readValuesToList();
        assertThat(all).isNotEmpty();
        return all.getLast();
    }

    List<String> statementKeys() {
        return statements.readKeyValuesToList().stream()
                .map(entry -> entry.key)
                .distinct()
                .toList();
    }

    void noStatement() {
        assertThat(statements.isEmpty()).isTrue();
    }

    Alert raised(String kind) {
        Alert alert = alerts.readValue();
        assertThat(alert.kind()).isEqualTo(kind);
        assertThat(alert.state()).isEqualTo(AlertState.RAISED);
        assertThat(alert.action()).isNotBlank();
        return alert;
    }

    void cleared(String kind) {
        Alert alert = alerts.readValue();
        assertThat(alert.kind()).isEqualTo(kind);
        assertThat(alert.state()).isEqualTo(AlertState.CLEARED);
    }

    void noAlert() {
        assertThat(alerts.readValuesToList()).isEmpty();
    }

    List<Pause> pauses() {
        return pauses.readValuesToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
