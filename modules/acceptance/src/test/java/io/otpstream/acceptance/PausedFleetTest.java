package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.control.OrderControls;
import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.app.results.ResultTally;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.streams.Pipeline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code otpstream pause} does to instances that run, to those that start later, and to requests. */
@ExtendWith(KafkaFixture.class)
class PausedFleetTest {

    private static final String APPLICATION = "paused";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestRecords records;
    private final FinalRecords results;
    private final OrderControls controls;
    private final OrderControls controlsOfAnother;
    private final ControlledApi api = ControlledApi.holdingTexts();
    private final String kafka;

    @TempDir
    private Path directory;

    PausedFleetTest(KafkaCluster kafkaCluster) {
        kafka = kafkaCluster.bootstrapServers();
        records = new TestRecords(kafka);
        results = new FinalRecords(kafka);
        Cluster cluster = kafkaCluster.cluster();
        controls = new OrderControls(cluster, APPLICATION);
        controlsOfAnother = new OrderControls(cluster, "another");
        kafkaCluster.createTopics();
    }

    @Test
    void requestsWaitUntilOrdersAreResumedWhateverStartsMeanwhile() throws Exception {
        GuidePipelines pipelines = new GuidePipelines(kafka, directory);
        Instant paused = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        controlsOfAnother.pause("ada", null, paused);
        try (Pipeline first = pipelines.start(APPLICATION, "first", api)) {
            request("open", VerificationRequest.of(ControlledApi.PLATFORM, ControlledApi.COUNTRY));
            await("the order of what is not paused")
                    .atMost(PATIENCE)
                    .until(() -> api.creates().size() == 1);

            controls.pause("ada", "the vendor has an outage", paused);
            await().atMost(PATIENCE).until(() -> paused.equals(first.budget().ordersPausedSince()));
            request("waits", VerificationRequest.of(ControlledApi.PLATFORM, ControlledApi.COUNTRY));
            request(
                    "too-late",
                    VerificationRequest.of(ControlledApi.PLATFORM, ControlledApi.COUNTRY)
                            .withStartBefore(Instant.now().plusSeconds(1)));
            api.textsArrive();
            try (Pipeline second = pipelines.start(APPLICATION, "second", api)) {
                results.awaitAll(List.of("open", "too-late"));
                awaitWaiting(1, first, second);
            }
        }
        try (Pipeline third = pipelines.start(APPLICATION, "third", api)) {
            request("waits-too", VerificationRequest.of(ControlledApi.PLATFORM, ControlledApi.COUNTRY));
            awaitWaiting(2, third);
            assertThat(third.budget().ordersPausedSince()).isEqualTo(paused);
            assertThat(api.creates()).as("before the pause").hasSize(1);

            controls.resume("ada", Instant.now());

            results.awaitAll(List.of("waits", "waits-too"));
        }
        ResultTally all = results.all();
        assertThat(all.codes()).isEqualTo(3);
        assertThat(all.withoutCode()).containsExactly(Map.entry("start_expired", 1));
        assertThat(all.twice()).isZero();
        assertThat(api.creates()).hasSize(3);
    }

    private static void awaitWaiting(int requests, Pipeline... pipelines) {
        await().atMost(PATIENCE)
                .until(() -> Stream.of(pipelines)
                                .mapToInt(
                                        pipeline -> pipeline.budget().workload().interactive())
                                .sum()
                        == requests);
    }

    private void request(String id, VerificationRequest request) throws Exception {
        records.send(Topics.REQUESTS, id, request);
    }
}
