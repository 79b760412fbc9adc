package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.files.Directories;
import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.app.results.ResultTally;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.streams.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The state directory is a copy: an instance that has lost its own goes on with what is on the brokers. */
@ExtendWith(KafkaFixture.class)
class LostStateTest {

    private static final String APPLICATION = "lost-state";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> BEFORE = ids("before", 6);
    private static final List<String> AFTER = ids("after", 6);

    private final String kafka;
    private final Cluster cluster;
    private final TestRecords records;
    private final FinalRecords results;

    @TempDir
    private Path directory;

    LostStateTest(KafkaCluster kafkaCluster) {
        kafka = kafkaCluster.bootstrapServers();
        cluster = kafkaCluster.cluster();
        records = new TestRecords(kafka);
        results = new FinalRecords(kafka);
        kafkaCluster.createTopics();
    }

    @Test
    void openOrdersAndTablesGoOn() throws Exception {
        ControlledApi api = ControlledApi.holdingTexts();
        GuidePipelines pipelines = new GuidePipelines(kafka, directory);
        try (Pipeline pipeline = pipelines.start(APPLICATION, "only", api)) {
            requestAll(BEFORE);
            await("open orders").atMost(PATIENCE).until(() -> open(pipeline) == BEFORE.size());
            await("the table counts them").atMost(PATIENCE).until(() -> rates().open() == BEFORE.size());
        }
        Path state = pipelines.stateOf("only");
        assertThat(filesIn(state)).as("files of the state").isPositive();
        Directories.delete(state);

        api.textsArrive();
        try (Pipeline pipeline = pipelines.start(APPLICATION, "only", api)) {
            requestAll(BEFORE);
            requestAll(AFTER);
            results.awaitAll(BEFORE);
            results.awaitAll(AFTER);
            await("nothing is left").atMost(PATIENCE).until(() -> open(pipeline) == 0);
            await("the table goes on").atMost(PATIENCE).until(() -> rates().codes() == BEFORE.size() + AFTER.size());
        }
        ResultTally all = results.all();
        assertThat(all.codes()).isEqualTo(BEFORE.size() + AFTER.size());
        assertThat(all.finalRecords()).as("one each, the ids are known").isEqualTo(all.codes());
        assertThat(api.creates()).as("one order each").hasSize(all.codes());
        assertThat(rates().open()).isZero();
    }

    private static int open(Pipeline pipeline) {
        return pipeline.budget().workload().open();
    }

    /** The latest of the country; nothing was counted before the first. */
    private SuccessRates rates() {
        AtomicReference<SuccessRates> latest = new AtomicReference<>(
                SuccessRates.of(ControlledApi.COUNTRY, Instant.EPOCH).build());
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, List.of(Topics.SUCCESS_RATES))) {
            reader.readToEnd(record -> record.read(Topics.SUCCESS_RATES).ifPresent(latest::set));
        }
        return latest.get();
    }

    private void requestAll(List<String> ids) throws Exception {
        for (String id : ids) {
            records.send(Topics.REQUESTS, id, VerificationRequest.of(ControlledApi.PLATFORM, ControlledApi.COUNTRY));
        }
    }

    private static long filesIn(Path state) throws IOException {
        try (Stream<Path> paths = Files.walk(state)) {
            return paths.filter(Files::isRegularFile).count();
        }
    }

    private static List<String> ids(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + "-" + i).toList();
    }
}
