package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.files.Directories;
import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.app.pipeline.StatePartitions;
import io.otpstream.app.results.ResultTally;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.streams.Pipeline;
import io.otpstream.streams.replies.KafkaReplySink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What docs/operations.md says about more partitions, done: by mistake and mended, and as it is to be done. */
@ExtendWith(KafkaFixture.class)
class MorePartitionsTest {

    private static final String APPLICATION = "divided";
    private static final int MORE = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> READ_TOGETHER =
            List.of(Topics.REQUESTS.name(), Topics.COMMANDS.name(), KafkaReplySink.TOPIC);
    private static final List<String> BEFORE = ids("before");
    private static final List<String> AFTER = ids("after");

    private final Cluster cluster;
    private final TestRecords records;
    private final FinalRecords results;
    private final KafkaCluster brokers;
    private final String kafka;
    private final ControlledApi api = ControlledApi.holdingTexts();

    @TempDir
    private Path directory;

    MorePartitionsTest(KafkaCluster kafkaCluster) {
        kafka = kafkaCluster.bootstrapServers();
        cluster = kafkaCluster.cluster();
        records = new TestRecords(kafka);
        results = new FinalRecords(kafka);
        brokers = kafkaCluster;
        brokers.createTopics();
    }

    @Test
    void aMistakeCanBeMendedAndThereIsAWay() throws Exception {
        GuidePipelines pipelines = new GuidePipelines(kafka, directory);
        try (Pipeline pipeline = pipelines.start(APPLICATION, "only", api)) {
            requestAll(BEFORE);
            records.await(Topics.ORDERS.name(), BEFORE.size());

            raise(Topics.REQUESTS.name());

            await("it ends by itself").atMost(PATIENCE).until(pipeline::hasFailed);
        }
        assertThat(StatePartitions.obstacle(cluster, APPLICATION))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("has 8 partitions", "divided into 6"));

        createAgain(Topics.REQUESTS.name());
        api.textsArrive();
        try (Pipeline pipeline = pipelines.start(APPLICATION, "only", api)) {
            results.awaitAll(BEFORE);
            awaitIdle(pipeline);
        }
        assertThat(api.creates()).as("open orders went on").hasSize(BEFORE.size());

        READ_TOGETHER.forEach(this::raise);
        resetTheApplication();
        Directories.delete(pipelines.stateOf("only"));
        assertThat(StatePartitions.obstacle(cluster, APPLICATION)).isEmpty();
        try (Pipeline pipeline = pipelines.start(APPLICATION, "only", api)) {
            requestAll(AFTER);
            results.awaitAll(AFTER);
            awaitIdle(pipeline);
        }

        ResultTally all = results.all();
        assertThat(all.codes()).isEqualTo(BEFORE.size() + AFTER.size());
        assertThat(all.finalRecords()).as("one each").isEqualTo(all.codes());
        assertThat(api.creates()).as("nothing is ordered again").hasSize(all.codes());
    }

    private void requestAll(List<String> ids) throws Exception {
        for (String id : ids) {
            records.send(Topics.REQUESTS, id, VerificationRequest.of(ControlledApi.PLATFORM, ControlledApi.COUNTRY));
        }
    }

    private static void awaitIdle(Pipeline pipeline) {
        await().atMost(PATIENCE).until(() -> pipeline.budget().workload().open() == 0);
    }

    private void raise(String topic) {
        try (Admin admin = cluster.admin()) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(MORE)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private void createAgain(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = cluster.admin()) {
            admin.deleteTopics(List.of(topic)).all().get();
            await().atMost(PATIENCE)
                    .until(() -> !admin.listTopics().names().get().contains(topic));
        }
        brokers.createTopics();
    }

    /** What {@code kafka-streams-application-reset.sh --to-latest} does: no record is read again, no state is left. */
    private void resetTheApplication() throws ExecutionException, InterruptedException {
        try (Admin admin = cluster.admin()) {
            admin.deleteTopics(admin.listTopics().names().get().stream()
                            .filter(name -> name.startsWith(APPLICATION + "-"))
                            .toList())
                    .all()
                    .get();
            Map<TopicPartition, OffsetSpec> ends = READ_TOGETHER.stream()
                    .flatMap(topic -> IntStream.range(0, MORE).mapToObj(i -> new TopicPartition(topic, i)))
                    .collect(Collectors.toMap(Function.identity(), partition -> OffsetSpec.latest()));
            Map<TopicPartition, ListOffsetsResultInfo> found =
                    admin.listOffsets(ends).all().get();
            admin.alterConsumerGroupOffsets(
                            APPLICATION,
                            found.entrySet().stream()
                                    .collect(Collectors.toMap(
                                            Map.Entry::getKey,
                                            end -> new OffsetAndMetadata(
                                                    end.getValue().offset()))))
                    .all()
                    .get();
        }
    }

    private static List<String> ids(String prefix) {
        return IntStream.range(0, 12).mapToObj(i -> prefix + "-" + i).toList();
    }
}
