package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.rates.RateWatch;
import io.otpstream.streams.Pipeline;
import io.otpstream.streams.PipelineSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What instances of one pipeline owe each other when tasks move, and when orders must stop. */
@ExtendWith(KafkaFixture.class)
class TwoInstancesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int REQUESTS = 12;

    private final String kafka;
    private final TestRecords records;

    @TempDir
    private Path directory;

    TwoInstancesTest(KafkaCluster cluster) {
        kafka = cluster.bootstrapServers();
        records = new TestRecords(kafka);
        cluster.createTopics();
    }

    @Test
    void answersOfCallsInFlightReachWhoeverOwnsTheTask() throws Exception {
        ControlledApi api = ControlledApi.holdingCreates();
        ControlledApi apiOfSecond = ControlledApi.holdingCreates();
        try (Pipeline first = pipeline("moves", "a", api)) {
            start(first);
            for (int i = 0; i < REQUESTS; i++) {
                request("moves-" + i);
            }
            await().atMost(PATIENCE).until(() -> createsOfMine(api) == REQUESTS);
            try (Pipeline second = pipeline("moves", "b", apiOfSecond)) {
                // It has some of the tasks then, and with them some of the creates.
                start(second);
                api.releaseCreates();

                List<OrderEvent> events =
                        records
                                .await(
                                        Topics.ORDERS.name(),
                                        record -> record.key().startsWith("moves-"),
                                        2 * REQUESTS)
                                .stream()
                                .map(record -> Topics.ORDERS
                                        .valueSerde()
                                        .deserializer()
                                        .deserialize("", record.value()))
                                .toList();

                for (OrderEventType type : List.of(OrderEventType.PLACED, OrderEventType.COMPLETED)) {
                    assertThat(events.stream()
                                    .filter(event -> event.type() == type)
                                    .map(OrderEvent::requestId))
                            .containsExactlyInAnyOrderElementsOf(IntStream.range(0, REQUESTS)
                                    .mapToObj(i -> "moves-" + i)
                                    .toList());
                }
                assertThat(createsOfMine(api)).isEqualTo(REQUESTS);
                assertThat(createsOfMine(apiOfSecond)).as("sent again").isZero();
                assertThat(apiOfSecond.looks()).as("orders that moved").isPositive();
            }
        }
    }

    @Test
    void whatOneFindsOutStopsTheOrdersOfAll() throws Exception {
        ControlledApi refusing = ControlledApi.holdingCreates();
        ControlledApi willing = ControlledApi.holdingCreates();
        refusing.releaseCreates();
        willing.releaseCreates();
        try (Pipeline first = pipeline("pauses", "a", refusing);
                Pipeline second = pipeline("pauses", "b", willing)) {
            start(first);
            start(second);
            await().atMost(PATIENCE).until(() -> willing.balances() == 1);

            refusing.fail(new ApiError.Unauthorized());

            // The second instance has no reason of its own to look at the balance again.
            int[] sent = {0};
            await().atMost(PATIENCE).until(() -> {
                request("pauses-" + sent[0]++);
                return willing.balances() > 1;
            });
            int before = willing.creates().size();
            await("orders go on by themselves").atMost(PATIENCE).until(() -> {
                request("pauses-" + sent[0]++);
                return willing.creates().size() > before;
            });
            assertThat(records.await(Topics.ALERTS.name(), "token_rejected").value())
                    .isNotEmpty();
        }
    }

    @Test
    void aTooManyRequestsOfOneQuietensAll() throws Exception {
        ControlledApi limited = ControlledApi.holdingCreates();
        ControlledApi other = ControlledApi.holdingCreates();
        limited.releaseCreates();
        other.releaseCreates();
        try (Pipeline first = pipeline("quiet", "a", limited);
                Pipeline second = pipeline("quiet", "b", other)) {
            start(first);
            start(second);
            limited.fail(new ApiError.RateLimited(Duration.ofMinutes(5)));

            int[] sent = {0};
            await().atMost(PATIENCE).until(() -> {
                request("quiet-" + sent[0]++);
                return second.budget().pausedUntil() != null;
            });

            assertThat(second.budget().rateLimited()).as("its own").isZero();
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(second.budget().pausedUntil())
                            .isEqualTo(first.budget().pausedUntil())
                            .isNotNull());
        }
    }

    /** The topics are the same for all pipelines, so this one serves the requests of other tests too. */
    private static long createsOfMine(ControlledApi api) {
        return api.creates().stream()
                .filter(callId -> callId.startsWith("moves-"))
                .count();
    }

    private Pipeline pipeline(String application, String instance, ControlledApi api) {
        return new Pipeline(
                new PipelineSettings(
                        Map.of("bootstrap.servers", kafka),
                        application,
                        directory.resolve(instance),
                        1,
                        // Nothing is doubted while a slow machine moves tasks.
                        Duration.ofMinutes(5),
                        3_000,
                        PipelineSettings.Spending.ordinary(),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(60),
                        Duration.ofDays(7),
                        InDoubtPolicy.REORDER,
                        RateWatch.againstThePast(),
                        PipelineSettings.Money.ordinary(),
                        1),
                api);
    }

    private static void start(Pipeline pipeline) throws Exception {
        pipeline.start();
        pipeline.running().toCompletableFuture().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private void request(String id) throws ExecutionException, InterruptedException {
        records.send(Topics.REQUESTS, id, VerificationRequest.of(ControlledApi.PLATFORM, ControlledApi.COUNTRY));
    }
}
