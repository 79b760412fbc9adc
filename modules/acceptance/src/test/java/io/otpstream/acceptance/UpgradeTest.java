package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.app.results.ResultTally;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.streams.Pipeline;
import io.otpstream.streams.store.VerificationStoreBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * This version takes over from the one before the published dialect, whose pipeline wrote what is in the resource: a
 * verification in each state, and the answer to a create that came when that pipeline was gone. Its rows know no purchases,
 * price sources, operators or holds.
 */
@ExtendWith(KafkaFixture.class)
class UpgradeTest {

    private static final String APPLICATION = "upgraded";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** So long ago that it is known by now whether the create without an answer can still be under way. */
    private static final Duration DOWN_FOR = Duration.ofSeconds(20);

    private static final List<String> WITH_CODE = List.of("open", "placing-answered", "placing-silent", "waiting");
    private static final List<String> WITHDRAWN = List.of("cancelling", "withdrawn-ahead");
    private static final List<String> SETTLED = List.of("settled-code", "settled-no-stock", "obligation");

    private final String kafka;
    private final Cluster cluster;
    private final TestRecords records;
    private final FinalRecords results;

    @TempDir
    private Path directory;

    UpgradeTest(KafkaCluster kafkaCluster) {
        kafka = kafkaCluster.bootstrapServers();
        cluster = kafkaCluster.cluster();
        records = new TestRecords(kafka);
        results = new FinalRecords(kafka);
        kafkaCluster.createTopics();
    }

    @Test
    void everyRequestOfTheFormerVersionHasOneFinalRecord() throws Exception {
        RecordedState former = RecordedState.of("/state-before-the-published-dialect.jsonl");
        assertThat(former.rowsOf(VerificationStoreBuilder.NAME))
                .isEqualTo(WITH_CODE.size() + WITHDRAWN.size() + SETTLED.size());
        former.write(kafka, APPLICATION, Instant.now().minus(DOWN_FOR));
        ControlledApi api = ControlledApi.holdingTexts();
        api.textsArrive();

        try (Pipeline pipeline = new GuidePipelines(kafka, directory).start(APPLICATION, "new", api)) {
            // What is settled is known; what was withdrawn before it came is withdrawn when it comes.
            for (String id : List.of("settled-code", "settled-no-stock", "withdrawn-ahead")) {
                request(id);
            }
            results.awaitAll(WITH_CODE);
            results.awaitAll(WITHDRAWN);
            await("nothing is left to be cancelled")
                    .atMost(PATIENCE)
                    .until(() -> pipeline.budget().workload().open() == 0);
            await("the table goes on from where it was").atMost(PATIENCE).until(() -> codes() == 1 + WITH_CODE.size());
        }

        ResultTally all = results.all();
        assertThat(all.codes()).isEqualTo(WITH_CODE.size());
        assertThat(all.withoutCode()).containsExactly(Map.entry("withdrawn", WITHDRAWN.size()));
        assertThat(all.twice()).isZero();
        assertThat(api.creates())
                .as("the order that was answered is not placed again")
                .hasSize(2)
                .anyMatch(call -> call.startsWith("placing-silent"))
                .anyMatch(call -> call.startsWith("waiting"));
    }

    private long codes() {
        AtomicLong codes = new AtomicLong();
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, List.of(Topics.SUCCESS_RATES))) {
            reader.readToEnd(record ->
                    record.read(Topics.SUCCESS_RATES).map(SuccessRates::codes).ifPresent(codes::set));
        }
        return codes.get();
    }

    private void request(String id) throws Exception {
        records.send(Topics.REQUESTS, id, VerificationRequest.of(ControlledApi.PLATFORM, ControlledApi.COUNTRY));
    }
}
