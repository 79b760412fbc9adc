package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.streams.commit.FencingClientSupplier;
import io.otpstream.streams.commit.ThreadCommitEpochs;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.internals.DefaultKafkaClientSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * An owner that stands still in a punctuation until another instance has its task, and then wants to commit. It has
 * consumed nothing since its assignment, and so it has no offsets that would carry the generation of the group.
 */
@ExtendWith(KafkaFixture.class)
class StalledOwnerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @Test
    void whatItWritesIsNotCommitted(KafkaCluster kafka) throws Exception {
        createTopics(kafka, "guarded");
        FencingClientSupplier guard =
                new FencingClientSupplier(new TopicPartition("guarded-apart", 0), new ThreadCommitEpochs());

        Instance stalled = new Instance("stalled", kafka, "guarded", guard);
        try (stalled) {
            takeOver(stalled, kafka, "guarded", guard);
            // The task is closed because the broker refused the commit, and not because it was through.
            await().atMost(PATIENCE).until(() -> stalled.closed.getCount() == 0);
        }

        // What was committed before it can't come after it.
        new TestTopic(kafka.bootstrapServers(), "guarded-out").commit("last");
        assertThat(written(kafka, "guarded", 2)).containsExactly("successor", "last");
    }

    /** What makes the test above worth something. */
    @Test
    void withoutTheGuardItIs(KafkaCluster kafka) throws Exception {
        createTopics(kafka, "open");
        KafkaClientSupplier none = new DefaultKafkaClientSupplier();

        try (Instance stalled = new Instance("stalled", kafka, "open", none)) {
            takeOver(stalled, kafka, "open", none);
            assertThat(written(kafka, "open", 2)).containsExactly("successor", "stalled");
        }
    }

    /** Another instance gets the task and commits, and only then the first one goes on. */
    private void takeOver(Instance stalled, KafkaCluster kafka, String name, KafkaClientSupplier clients)
            throws InterruptedException {
        stalled.start();
        assertThat(stalled.punctuating.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                .isTrue();
        try (Instance successor = new Instance("successor", kafka, name, clients)) {
            successor.goOn.countDown();
            successor.start();
            assertThat(written(kafka, name, 1)).containsExactly("successor");
            stalled.goOn.countDown();
            await().atMost(PATIENCE).until(() -> stalled.forwarded.getCount() == 0);
        }
    }

    private static void createTopics(KafkaCluster kafka, String name) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(
                            new NewTopic(name + "-in", 1, (short) 1),
                            new NewTopic(name + "-out", 1, (short) 1),
                            new NewTopic(name + "-apart", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static List<String> written(KafkaCluster kafka, String name, int count) {
        return new TestRecords(kafka.bootstrapServers())
                .await(name + "-out", count).stream()
                        .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                        .toList();
    }

    /** One instance of an application whose only output is that of a punctuation. */
    private final class Instance implements AutoCloseable {

        private final CountDownLatch punctuating = new CountDownLatch(1);
        private final CountDownLatch goOn = new CountDownLatch(1);
        private final CountDownLatch forwarded = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(1);
        private final String name;
        private final KafkaStreams streams;

        Instance(String name, KafkaCluster kafka, String application, KafkaClientSupplier clients) {
            this.name = name;
            Topology topology = new Topology();
            topology.addSource("in", application + "-in")
                    .addProcessor("punctuates", Punctuates::new, "in")
                    .addSink("out", application + "-out", "punctuates");
            Properties config = new Properties();
            config.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
            config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers());
            config.put(StreamsConfig.STATE_DIR_CONFIG, directory.resolve(name).toString());
            config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
            config.put(StreamsConfig.DEFAULT_KEY_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
            config.put(StreamsConfig.DEFAULT_VALUE_SERDE_CLASS_CONFIG, Serdes.StringSerde.class);
            config.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
            // So that the group gives up on a thread that stands still soon.
            config.put("max.poll.interval.ms", 3_000);
            config.put("session.timeout.ms", 6_000);
            streams = new KafkaStreams(topology, config, clients);
        }

        void start() {
            streams.start();
        }

        @Override
        public void close() {
            goOn.countDown();
            streams.close(Duration.ofSeconds(10));
        }

        private final class Punctuates extends ContextualProcessor<String, String, String, String> {

            @Override
            public void init(ProcessorContext<String, String> context) {
                super.init(context);
                if (forwarded.getCount() > 0) {
                    context.schedule(Duration.ofMillis(10), PunctuationType.WALL_CLOCK_TIME, this::once);
                }
            }

            private void once(long now) {
                if (forwarded.getCount() == 0) {
                    return;
                }
                punctuating.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException interrupted) {
                    Thread.currentThread().interrupt();
                }
                context().forward(new Record<>("key", name, now));
                forwarded.countDown();
            }

            @Override
            public void process(Record<String, String> record) {
                throw new AssertionError("nothing is sent to this application");
            }

            @Override
            public void close() {
                if (forwarded.getCount() == 0) {
                    closed.countDown();
                }
            }
        }
    }
}
