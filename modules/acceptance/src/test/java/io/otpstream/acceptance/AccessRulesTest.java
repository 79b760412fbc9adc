package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.client.OtpClient;
import io.otpstream.client.Verification;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.contract.topics.TopicAdmin;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * The access rules of {@code deploy/strimzi/users.yaml}, on a broker that keeps them: they are enough for a pipeline with
 * a dashboard and for those who use it, and the pipeline has none that it doesn't use.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessRulesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PASSWORD = "correct-horse-staple";
    private static final String SPEED = "10";

    /** Only where the API pushes codes, which this one doesn't. */
    private static final String PUSHED = "otpstream.pushed-events";

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private Path directory;
    private StrimziUser otpstream;
    private StrimziUser requester;
    private StrimziUser reader;
    private StrimziUser operator;
    private StrimziUser support;
    private SecuredBroker broker;
    private Simulator simulator;
    private URI dashboard;

    @BeforeAll
    void startThePipeline(@TempDir Path ofThisClass) throws Exception {
        directory = ofThisClass;
        List<StrimziUser> users = StrimziUser.all();
        otpstream = users.get(0);
        requester = users.get(1);
        reader = users.get(2);
        operator = users.get(3);
        support = users.get(4);
        broker = SecuredBroker.start(users);
        opened.push(broker);
        try (Admin admin = broker.admin()) {
            new TopicAdmin(admin, Duration.ofSeconds(10)).create(TopicCatalogue.load());
            admin.createAcls(users.stream()
                            .flatMap(user -> user.rules().stream())
                            .toList())
                    .all()
                    .get();
        }
        simulator = Simulator.start(SimulatorSettings.defaults().withPort(0).withSpeed(Double.parseDouble(SPEED)));
        opened.push(simulator);
        OtpstreamProcess pipeline = startPipeline();
        opened.push(pipeline);
        dashboard = URI.create(pipeline.awaitLine("dashboard: "));
        await().atMost(PATIENCE).until(() -> status("/api/health/ready") == 200);
    }

    @AfterAll
    void stop() throws Exception {
        for (AutoCloseable each : opened) {
            each.close();
        }
    }

    @Test
    void thePipelineNeedsNoMoreAndUsesThemAll() throws Exception {
        try (OtpstreamProcess waiting = OtpstreamProcess.start(
                directory,
                broker.environmentOf(requester),
                "request",
                "--platform",
                "901",
                "--country",
                "6",
                "--wait")) {
            assertThat(waiting.exitCode()).as(waiting.err()).isZero();
        }
        // It expires.
        assertThatItIsPermitted(requester, "request", "--platform", "904", "--country", "6");
        sendWhatCannotBeRead();
        // Of an order that the balance doesn't cover all processes hear, and people.
        assertThatItIsPermitted(requester, "request", "--platform", "907", "--country", "6");

        await().atMost(PATIENCE).untilAsserted(() -> assertThat(otpstream.rules())
                .filteredOn(rule -> !rule.pattern().name().equals(PUSHED))
                .isNotEmpty()
                .allMatch(RecordingAuthorizer::wasUsed));
        assertThat(RecordingAuthorizer.refused(otpstream.name())).isEmpty();
    }

    @Test
    void aReaderSeesTablesAndNoCodes() {
        assertThatItIsPermitted(reader, "rates");
        assertThatItIsPermitted(reader, "rates", "--by", "platform");
        assertThatItIsPermitted(reader, "costs");

        assertThatItIsRefused(reader, "results");
        assertThatItIsRefused(reader, "request", "--platform", "901", "--country", "6");
    }

    @Test
    void anOperatorPausesAndResumes() {
        assertThatItIsPermitted(operator, "budget");
        assertThatItIsPermitted(operator, "pause", "--reason", "a test");
        assertThatItIsPermitted(operator, "pause", "--status");
        assertThatItIsPermitted(operator, "resume");

        assertThatItIsRefused(reader, "pause");
        assertThatItIsRefused(operator, "results");
    }

    @Test
    void supportFindsOutAndMends() throws Exception {
        assertThatItIsPermitted(
                requester, "request", "--id", "lost", "--label", "nightly", "--platform", "901", "--country", "6");
        assertThatItIsPermitted(support, "trace", "lost");
        assertThatItIsPermitted(support, "withdraw", "--label", "nightly");
        assertThatItIsPermitted(support, "withdraw", "lost");
        sendWhatCannotBeRead();
        // The pipeline may not have put it away yet.
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThatItIsPermitted(support, "dead-letters", "replay", "--all");
            assertThat(support.rules()).isNotEmpty().allMatch(RecordingAuthorizer::wasUsed);
        });

        assertThatItIsRefused(support, "costs");
        assertThatItIsRefused(support, "pause");
        assertThatItIsRefused(requester, "trace", "lost");
        assertThatItIsRefused(requester, "dead-letters", "list");
    }

    @Test
    void aRequestersProgramGetsItsCode() {
        try (OtpClient client = OtpClient.connect(broker.clientOf(requester))) {
            Verification verification = client.request(VerificationRequest.of(901, 6));
            assertThat(verification.awaitCode(PATIENCE).code()).isNotEmpty();
        }
    }

    @Test
    void aRequesterSeesNoCosts() {
        assertThatItIsRefused(requester, "costs");
        assertThatItIsRefused(requester, "topics", "create");
    }

    @Test
    void whoProbesNeedsNoPasswordAndWhoLooksDoes() throws Exception {
        assertThat(status("/api/health/live")).isEqualTo(200);
        assertThat(status("/api/health/ready")).isEqualTo(200);
        assertThat(status("/metrics")).isEqualTo(401);

        assertThat(healthCheck(dashboard.getPort(), "live")).isZero();
        assertThat(healthCheck(dashboard.getPort(), "ready")).isZero();
        assertThat(healthCheck(simulator.baseUri().getPort(), "live")).isOne();
    }

    private OtpstreamProcess startPipeline() throws IOException {
        Map<String, String> environment = new HashMap<>(broker.environmentOf(otpstream));
        environment.put("SMSCODE_TOKEN", Simulator.TOKEN);
        environment.put("OTPSTREAM_STATE_DIR", directory.resolve("state").toString());
        environment.put("OTPSTREAM_NATIVE_DIR", directory.resolve("native").toString());
        // So that what it has read of repartition topics is cut off while the test lasts.
        environment.put("OTPSTREAM_KAFKA_REPARTITION_PURGE_INTERVAL_MS", "500");
        environment.put("OTPSTREAM_DASHBOARD_PORT", "0");
        environment.put(
                "OTPSTREAM_DASHBOARD_PASSWORD_FILE",
                Files.writeString(directory.resolve("password"), PASSWORD + "\n")
                        .toString());
        return OtpstreamProcess.start(
                directory,
                environment,
                "run",
                "--dashboard",
                "--api-url",
                simulator.baseUri().toString(),
                "--speed",
                SPEED);
    }

    private void assertThatItIsPermitted(StrimziUser user, String... arguments) {
        CommandRun run = command(user, arguments);
        assertThat(run.exitCode()).as("%s", run.err()).isZero();
    }

    private void assertThatItIsRefused(StrimziUser user, String... arguments) {
        CommandRun run = command(user, arguments);
        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(String.join("\n", run.err())).contains("doesn't permit it").doesNotContain(user.password());
    }

    private CommandRun command(StrimziUser user, String... arguments) {
        return CommandRun.of(directory, broker.environmentOf(user), arguments);
    }

    private void sendWhatCannotBeRead() throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                new HashMap<>(broker.clientOf(requester)), new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(Topics.REQUESTS.name(), "not-json", "not JSON"))
                    .get();
        }
    }

    private int status(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(dashboard.resolve(path)).build(), BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private int healthCheck(int port, String what) throws IOException, InterruptedException {
        try (OtpstreamProcess script = OtpstreamProcess.start(
                OtpstreamProcess.distribution().resolve("libexec/healthcheck.sh"),
                directory,
                Map.of("OTPSTREAM_DASHBOARD_PORT", Integer.toString(port)),
                what)) {
            return script.exitCode();
        }
    }
}
