package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.app.results.ResultTally;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.lifecycle.InDoubtPolicy;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Instances come and go while requests wait, and all together never send more than one token allows. */
@ExtendWith(KafkaFixture.class)
class SharedBudgetTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration API_TIMEOUT = Duration.ofSeconds(5);
    private static final double SPEED = 5;

    /** More than the budget allows to order before an instance has come or gone. */
    private static final int WAITING = 60;

    private static final int REQUESTS_PER_MINUTE = 300;

    /** What the simulator allows: for the second that a permit lasts a busy machine may hold a request up. */
    private static final int LIMIT = REQUESTS_PER_MINUTE + (int) (REQUESTS_PER_MINUTE * SPEED / 60);

    private final String kafka;
    private final Cluster cluster;
    private final List<String> requestIds = new ArrayList<>();

    @TempDir
    private Path directory;

    SharedBudgetTest(KafkaCluster kafkaCluster) {
        kafka = kafkaCluster.bootstrapServers();
        cluster = kafkaCluster.cluster();
        kafkaCluster.createTopics();
    }

    @Test
    void allTogetherKeepTheLimitWhileInstancesComeAndGo() throws Exception {
        SimulatorSettings settings =
                SimulatorSettings.defaults().withSpeed(SPEED).withRequestsPerMinute(LIMIT);
        try (Simulator simulator = Simulator.start(settings);
                GuideApi api = client(simulator);
                Pipeline second = pipeline("second", api);
                Pipeline third = pipeline("third", api)) {
            try (Pipeline first = pipeline("first", api)) {
                start(first);
                whileRequestsWait(
                        simulator, "the only one has all", () -> share(first) > 0.9 && ordersOf(simulator) > 10);
                start(second);
                whileRequestsWait(simulator, "two share", () -> share(first) < 0.9 && share(second) > 0.1);
                start(third);
                whileRequestsWait(simulator, "three share", () -> share(third) > 0.1);
                // The first one has the partition of demands, so that another has to divide from now on.
            }
            whileRequestsWait(simulator, "two share what the third had", () -> share(second) + share(third) > 0.9);

            awaitTheEnd(simulator);

            assertThat(second.apiRequests()).isPositive();
            assertThat(third.apiRequests()).isPositive();
            Ledger.Totals totals = simulator.ledger().totals();
            assertThat(totals.largestSlidingMinute()).isLessThanOrEqualTo(LIMIT);
            assertThat(totals.requests429()).isZero();
            assertThat(totals.orders()).isEqualTo(requestIds.size());
        }
    }

    /** Of the whole budget. */
    private static double share(Pipeline pipeline) {
        return pipeline.budget().share() * 60 / (REQUESTS_PER_MINUTE * SPEED);
    }

    private static long ordersOf(Simulator simulator) {
        return simulator.ledger().totals().orders();
    }

    private void awaitTheEnd(Simulator simulator) {
        ResultTally tally = new ResultTally();
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, ResultTally.TOPICS)) {
            // A consumer belongs to one thread.
            await().pollInSameThread().atMost(PATIENCE).until(() -> {
                reader.poll(Duration.ofMillis(100)).forEach(tally::add);
                return tally.hasAll(requestIds) && simulator.ledger().totals().liveOrders() == 0;
            });
        }
        assertThat(tally.twice()).isZero();
    }

    /** Only who asks is given a share, so there has to be enough to do for all of them. */
    private void whileRequestsWait(Simulator simulator, String what, BooleanSupplier condition) {
        try (Producer<String, VerificationRequest> producer = cluster.producer(Topics.REQUESTS)) {
            await(what).pollInSameThread().atMost(PATIENCE).until(() -> {
                while (requestIds.size() < ordersOf(simulator) + WAITING) {
                    String id = "shared-" + requestIds.size();
                    requestIds.add(id);
                    producer.send(new ProducerRecord<>(Topics.REQUESTS.name(), id, VerificationRequest.of(1, 6)))
                            .get();
                }
                return condition.getAsBoolean();
            });
        }
    }

    private static GuideApi client(Simulator simulator) {
        return GuideClient.create(
                ClientSettings.defaults().withBaseUri(simulator.baseUri()).withTimeout(API_TIMEOUT),
                TokenSource.fixed(Simulator.TOKEN));
    }

    private Pipeline pipeline(String instance, GuideApi api) {
        return new Pipeline(
                new PipelineSettings(
                        Map.of("bootstrap.servers", kafka),
                        "shared",
                        directory.resolve(instance),
                        1,
                        API_TIMEOUT,
                        REQUESTS_PER_MINUTE,
                        PipelineSettings.Spending.ordinary(),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(12),
                        Duration.ofDays(7),
                        InDoubtPolicy.REORDER,
                        RateWatch.againstThePast(),
                        PipelineSettings.Money.ordinary(),
                        SPEED),
                api);
    }

    private static void start(Pipeline pipeline) throws Exception {
        pipeline.start();
        pipeline.running().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }
}
