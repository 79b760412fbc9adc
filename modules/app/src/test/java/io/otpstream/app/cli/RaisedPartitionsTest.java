package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Somebody has given topics more partitions: a pipeline doesn't start where requests would miss their state. */
@ExtendWith(KafkaFixture.class)
class RaisedPartitionsTest {

    private static final List<String> READ_TOGETHER =
            List.of("verification.requests", "verification.commands", "otpstream.replies");

    @TempDir
    private Path directory;

    @Test
    void topicsAndCountsAreNamed(KafkaCluster kafka) throws Exception {
        String at = kafka.bootstrapServers();
        CommandRun.of(at, "topics", "create").endsWith(ExitCode.OK);
        create(at, new NewTopic("raised-verifications-changelog", 6, (short) 1));

        raise(at, READ_TOGETHER.getFirst());
        assertThat(run(at, "raised"))
                .contains(
                        "verification.requests and verification.commands are read together by key and must have equally"
                                + " many partitions, but have 8 and 6")
                .contains("verification.requests and otpstream.replies are read together by key and must have equally"
                        + " many partitions, but have 8 and 6");

        raise(at, READ_TOGETHER.get(1));
        raise(at, READ_TOGETHER.get(2));
        assertThat(run(at, "raised"))
                .endsWith("otpstream: verification.requests has 8 partitions, but the state of application.id raised is"
                        + " divided into 6 (raised-verifications-changelog): docs/operations.md says under 'More"
                        + " partitions' how to get there");
    }

    /** What it says at its end, without an API that answers: it doesn't come so far. */
    private String run(String bootstrapServers, String application) throws IOException {
        Path token = Files.writeString(directory.resolve("token"), "token");
        return CommandRun.of(
                        bootstrapServers,
                        "run",
                        "--set",
                        "application.id=" + application,
                        "--set",
                        "api.dialect=guide",
                        "--set",
                        "api.url=http://127.0.0.1:1/v1",
                        "--set",
                        "api.token.file=" + token,
                        "--set",
                        "state.dir=" + directory.resolve("state"))
                .endsWith(ExitCode.FAILURE)
                .err()
                .getLast();
    }

    private static void create(String bootstrapServers, NewTopic topic)
            throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(List.of(topic)).all().get();
        }
    }

    private static void raise(String bootstrapServers, String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createPartitions(Map.of(topic, NewPartitions.increaseTo(8)))
                    .all()
                    .get();
            // The controller has decided it; the broker that is asked later hears of it a moment later.
            await().until(() -> partitions(admin, topic) == 8);
        }
    }

    private static int partitions(Admin admin, String topic) throws ExecutionException, InterruptedException {
        TopicDescription described = Objects.requireNonNull(
                        admin.describeTopics(List.of(topic)).topicNameValues().get(topic))
                .get();
        return described.partitions().size();
    }
}
