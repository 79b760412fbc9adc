package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.app.results.ResultTally;
import io.otpstream.contract.Alert;
import io.otpstream.contract.AlertState;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.Permit;
import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.money.SpendCaps;
import io.otpstream.domain.rates.RateWatch;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.Ledger;
import io.otpstream.smscode.ClientSettings;
import io.otpstream.smscode.GuideClient;
import io.otpstream.smscode.TokenSource;
import io.otpstream.streams.Pipeline;
import io.otpstream.streams.PipelineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A pipeline reads the balance and obeys the ledger, on a broker. The world runs twenty times as fast. */
@ExtendWith(KafkaFixture.class)
class MoneyTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration API_TIMEOUT = Duration.ofSeconds(10);
    private static final double SPEED = 20;
    private static final int INDONESIA = 6;

    /** Its orders get no code, so they are cancelled after 90 s, which are 4.5 s here, and refunded. */
    private static final int WITHOUT_CODE = 903;

    private static final long PRICE = 3_000;

    private final Cluster cluster;

    @TempDir
    private Path directory;

    MoneyTest(KafkaCluster kafka) {
        cluster = kafka.cluster();
        kafka.createTopics();
    }

    @Test
    void aSecondUserOfTheTokenAndACapAreNoticed(KafkaCluster kafka) throws Exception {
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults().withSpeed(SPEED));
                GuideApi api = client(simulator);
                Pipeline pipeline = new Pipeline(pipelineSettings(kafka), api);
                TopicReader alerts = cluster.reader(StartAt.BEGINNING, List.of(Topics.ALERTS));
                TopicReader statements = cluster.reader(StartAt.BEGINNING, List.of(Topics.BALANCE_STATEMENTS))) {
            pipeline.start();
            pipeline.running().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);

            awaitADayThatLasts();
            aCapHoldsNewOrdersUntilRefundsAreSeen(simulator, alerts);
            theStatementSaysWhatTheVendorSays(simulator, statements);
            aSecondUserIsReported(simulator, api, alerts);

            assertThat(pipeline.hasFailed()).isFalse();
        }
    }

    /** At midnight UTC the spend cap of the day begins anew. */
    private static void awaitADayThatLasts() {
        Awaitility.await().atMost(PATIENCE).until(() -> Instant.now()
                .truncatedTo(ChronoUnit.DAYS)
                .equals(Instant.now().plusSeconds(30).truncatedTo(ChronoUnit.DAYS)));
    }

    private void aCapHoldsNewOrdersUntilRefundsAreSeen(Simulator simulator, TopicReader alerts) throws Exception {
        try (CapturedLogs logs = new CapturedLogs()) {
            send("first", 2);
            await(alerts, "spend_cap_reached", AlertState.RAISED);
            // The alert is out a moment before the dispatcher has read the pause that it tells of.
            Awaitility.await().atMost(PATIENCE).until(() -> logs.messages().stream()
                    .anyMatch(line -> line.endsWith("the spend cap is reached. Requests wait.")));
        }
        send("later", 2);
        await(alerts, "spend_cap_reached", AlertState.CLEARED);
        awaitResults(List.of("first-0", "first-1", "later-0", "later-1"));

        List<Ledger.Entry> orders = simulator.ledger().orders();
        Instant firstRefund = orders.stream()
                .map(order -> Objects.requireNonNull(order.endedAt()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        assertThat(orders).hasSize(4);
        assertThat(orders.subList(2, 4))
                .allSatisfy(order -> assertThat(order.createdAt()).isAfterOrEqualTo(firstRefund));
    }

    private static void theStatementSaysWhatTheVendorSays(Simulator simulator, TopicReader statements) {
        Ledger.Totals vendor = simulator.ledger().totals();
        Map<Instant, BalanceStatement> byHour = new TreeMap<>();
        Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> {
            statements.poll(Duration.ofMillis(100)).forEach(record -> record.read(Topics.BALANCE_STATEMENTS)
                    .ifPresent(statement -> byHour.put(statement.hour(), statement)));
            return sum(byHour, BalanceStatement::refundsIdr) == vendor.refundedIdr();
        });
        assertThat(sum(byHour, BalanceStatement::chargesIdr)).isEqualTo(vendor.chargedIdr());
        assertThat(sum(byHour, BalanceStatement::unexplainedIdr)).isZero();
        assertThat(byHour.values())
                .last()
                .extracting(BalanceStatement::closingIdr)
                .isEqualTo(vendor.balanceIdr());
    }

    private static long sum(Map<Instant, BalanceStatement> byHour, ToLongFunction<BalanceStatement> amount) {
        return byHour.values().stream().mapToLong(amount).sum();
    }

    private void aSecondUserIsReported(Simulator simulator, GuideApi api, TopicReader alerts) throws Exception {
        assertThat(api.createOrder(INDONESIA, WITHOUT_CODE, Permit.untimed("somebody-else"))
                        .toCompletableFuture()
                        .get(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isInstanceOf(ApiResult.Success.class);
        assertThat(simulator.ledger().totals().liveOrders()).isEqualTo(1);
        send("meanwhile", 1);

        Alert alert = await(alerts, "balance_unexplained", AlertState.RAISED);

        assertThat(alert.message()).contains(PRICE + " IDR");
    }

    private static GuideApi client(Simulator simulator) {
        return GuideClient.create(
                ClientSettings.defaults().withBaseUri(simulator.baseUri()).withTimeout(API_TIMEOUT),
                TokenSource.fixed(Simulator.TOKEN));
    }

    private PipelineSettings pipelineSettings(KafkaCluster kafka) {
        return new PipelineSettings(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                "money",
                directory.resolve("pipeline"),
                1,
                API_TIMEOUT,
                300,
                PipelineSettings.Spending.ordinary(),
                Duration.ofMillis(250),
                Duration.ofSeconds(3),
                Duration.ofDays(7),
                InDoubtPolicy.REORDER,
                RateWatch.againstThePast(),
                new PipelineSettings.Money(
                        Duration.ofSeconds(2),
                        // Of a day: an hour may well turn while the test runs.
                        new SpendCaps(OptionalLong.empty(), OptionalLong.of(2 * PRICE)),
                        OptionalLong.empty()),
                SPEED);
    }

    private void send(String name, int count) throws Exception {
        try (Producer<String, VerificationRequest> producer = cluster.producer(Topics.REQUESTS)) {
            for (int i = 0; i < count; i++) {
                VerificationRequest request = VerificationRequest.of(WITHOUT_CODE, INDONESIA);
                producer.send(new ProducerRecord<>(Topics.REQUESTS.name(), name + "-" + i, request))
                        .get();
            }
        }
    }

    private void awaitResults(List<String> requestIds) {
        ResultTally tally = new ResultTally();
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, ResultTally.TOPICS)) {
            Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(100)).forEach(tally::add);
                return tally.hasAll(requestIds) && tally.inFlight() == 0;
            });
        }
    }

    /** Reads on until the alert is there. */
    private static Alert await(TopicReader alerts, String kind, AlertState state) {
        List<Alert> found = new ArrayList<>();
        Awaitility.await().pollInSameThread().atMost(PATIENCE).until(() -> {
            alerts.poll(Duration.ofMillis(100)).forEach(record -> record.read(Topics.ALERTS)
                    .filter(alert -> alert.kind().equals(kind) && alert.state() == state)
                    .ifPresent(found::add));
            return !found.isEmpty();
        });
        return found.getFirst();
    }
}
