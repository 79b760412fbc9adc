package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.fixture.KafkaCluster;
import io.otpstream.app.fixture.KafkaFixture;
import io.otpstream.contract.DeadLetterHeaders;
import io.otpstream.contract.Topics;
import io.otpstream.simulator.Simulator;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The main job as its users meet it: a broker, {@code simulate} and {@code run}, and commands in other shells. */
@ExtendWith(KafkaFixture.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MainJobProcessTest {

    private static final String SPEED = "10";

    /** What the simulator does with orders for these platforms. */
    private static final String CODE_AT_ONCE = "901";

    private static final String NO_CODE = "903";

    private final String kafka;
    private final Deque<OtpstreamProcess> running = new ArrayDeque<>();
    private final TestRecords records;
    private String api = "";
    private String control = "";

    @TempDir
    private static Path directory;

    @TempDir
    private static Path temporary;

    MainJobProcessTest(KafkaCluster cluster) {
        kafka = cluster.bootstrapServers();
        records = new TestRecords(kafka);
    }

    @BeforeAll
    void startSimulatorAndPipeline() {
        OtpstreamProcess simulator =
                OtpstreamProcess.start(directory, Map.of(), "simulate", "--port", "0", "--speed", SPEED);
        running.push(simulator);
        MatchResult ready = simulator.awaitMatch("simulator ready: API (\\S+) .*, control (\\S+)");
        api = ready.group(1);
        control = ready.group(2);
        OtpstreamProcess pipeline = OtpstreamProcess.start(
                directory,
                Map.of("SMSCODE_TOKEN", Simulator.TOKEN, "OTPSTREAM_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary),
                "run",
                "--bootstrap-servers",
                kafka,
                "--api-url",
                api,
                "--speed",
                SPEED,
                "--set",
                "state.dir=" + directory.resolve("state"));
        running.push(pipeline);
        pipeline.awaitLine("pipeline running");
    }

    @AfterAll
    void everythingStopsInOrder() throws InterruptedException {
        running.forEach(OtpstreamProcess::terminate);
        Map<String, Integer> exitCodes = new LinkedHashMap<>();
        for (OtpstreamProcess process : running) {
            try (process) {
                exitCodes.put(process.err(), process.exitCode());
            }
        }
        assertThat(exitCodes.values()).containsOnly(0);
        // The library that RocksDB unpacks for a process goes with it.
        assertThat(temporary).isEmptyDirectory();
    }

    @Test
    void aRequestThatWaitsPrintsANumberAndThenACode() throws InterruptedException {
        try (OtpstreamProcess request = command("request", "--platform", CODE_AT_ONCE, "--country", "6", "--wait")) {
            assertThat(request.exitCode()).as(request.err()).isZero();

            assertThat(request.out().lines().toList())
                    .satisfiesExactly(
                            number -> assertThat(number)
                                    .matches("number \\+62\\d+ \\(country 6, attempt 1, price \\d+ IDR\\)"),
                            code -> assertThat(code).matches("code \\d{4,8}"));
        }
    }

    @Test
    void aTextToTheNumberBecomesTheCodeAndStaysOutOfTheLog() throws Exception {
        try (OtpstreamProcess request =
                command("request", "--platform", NO_CODE, "--country", "6", "--timeout", "20m", "--wait")) {
            String number = request.awaitMatch("number (\\S+) .*").group(1);

            assertThat(text(number, "Your code is 847291").statusCode()).isEqualTo(200);

            assertThat(request.exitCode()).as(request.err()).isZero();
            assertThat(request.out().lines()).last().isEqualTo("code 847291");
            assertThat(running.getFirst().err()).doesNotContain("847291", number.substring(1), Simulator.TOKEN);
        }
    }

    @Test
    void whereNoTextComesTheRequestTimesOutWithAnExitCodeOfItsOwn() throws InterruptedException {
        try (OtpstreamProcess request =
                command("request", "--platform", NO_CODE, "--country", "6", "--timeout", "10s", "--wait")) {
            assertThat(request.exitCode()).as(request.err()).isEqualTo(12);
            assertThat(request.out().lines()).last().asString().startsWith("timed_out: ");
        }
    }

    @Test
    void aRequestCanBeWithdrawnFromAnotherShell() throws InterruptedException {
        try (OtpstreamProcess request = command(
                        "request",
                        "--id",
                        "no-more",
                        "--platform",
                        NO_CODE,
                        "--country",
                        "6",
                        "--timeout",
                        "20m",
                        "--wait");
                OtpstreamProcess withdraw = after(request, "number ", "withdraw", "no-more")) {
            assertThat(withdraw.exitCode()).as(withdraw.err()).isZero();
            assertThat(request.exitCode()).as(request.err()).isEqualTo(13);
            assertThat(request.out().lines()).last().asString().startsWith("withdrawn: ");
        }
    }

    @Test
    void aRequestThatBreaksTheContractIsAnsweredAndKeptAsADeadLetter() throws Exception {
        byte[] unreadable = "{\"platform_id\":\"one\",\"country_ids\":[6]}".getBytes(StandardCharsets.UTF_8);
        records.send(Topics.REQUESTS.name(), "malformed", unreadable);

        ConsumerRecord<String, byte[]> result = records.await(Topics.EXPIRY_RESULTS.name(), "malformed");
        ConsumerRecord<String, byte[]> letter = records.await(Topics.DEAD_LETTERS.name(), "malformed");

        assertThat(new String(result.value(), StandardCharsets.UTF_8))
                .contains("\"outcome\":\"rejected\"", "\"field\":\"platform_id\"");
        assertThat(letter.value()).isEqualTo(unreadable);
        assertThat(DeadLetterHeaders.readFrom(letter.headers())).hasValueSatisfying(why -> {
            assertThat(why.topic()).isEqualTo(Topics.REQUESTS.name());
            assertThat(why.field()).isEqualTo("platform_id");
        });
    }

    @Test
    void theRatesCountWhatCameIn() throws InterruptedException {
        try (OtpstreamProcess request = command("request", "--platform", CODE_AT_ONCE, "--country", "2", "--wait")) {
            assertThat(request.exitCode()).as(request.err()).isZero();
        }
        // Counted a sub-topology further down than the code that the request waited for.
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> {
            try (OtpstreamProcess rates = command("rates")) {
                assertThat(rates.exitCode()).as(rates.err()).isZero();
                assertThat(rates.out().lines())
                        .anyMatch(line -> line.matches(" +2  GB +1 +0 +1  100\\.0 % \\(21-100\\) .*"));
            }
        });
    }

    @Test
    void theCheckTellsWhatIsWrong() throws InterruptedException {
        Map<String, String> wrongToken = Map.of("SMSCODE_TOKEN", "hunter2hunter2");
        try (OtpstreamProcess good = check(Map.of("SMSCODE_TOKEN", Simulator.TOKEN));
                OtpstreamProcess bad = check(wrongToken)) {
            assertThat(good.exitCode()).as(good.out()).isZero();
            assertThat(good.out().lines())
                    .anyMatch(line -> line.matches("ok +dialect +speaks the dialect guide \\(found by asking\\)"))
                    .anyMatch(line -> line.matches("ok +token +the API takes the token from SMSCODE_TOKEN"))
                    .anyMatch(line -> line.matches("ok +balance +the balance is \\d+ IDR.*"))
                    .anyMatch(line -> line.matches("ok +broker +1 broker answers at " + kafka + ", cluster .*"))
                    .anyMatch(line -> line.matches("ok +topics +all \\d+ are as they should be"))
                    .anyMatch(line -> line.matches("ok +clock.broker +this clock is \\d+ ms .*"))
                    .anyMatch(line ->
                            line.matches("ok +group +\\d+ stream threads? runs? with application.id otpstream.*"))
                    .noneMatch(line -> line.startsWith("wrong"));
            assertThat(bad.exitCode()).isEqualTo(1);
            assertThat(bad.out().lines())
                    .filteredOn(line -> line.startsWith("wrong"))
                    .first()
                    .asString()
                    .matches("wrong +token +the API refuses the token from SMSCODE_TOKEN \\(401\\)");
            assertThat(bad.out() + bad.err()).doesNotContain("hunter2");
        }
    }

    private OtpstreamProcess check(Map<String, String> environment) {
        return OtpstreamProcess.start(directory, environment, "check", "--api-url", api, "--bootstrap-servers", kafka);
    }

    private OtpstreamProcess after(OtpstreamProcess earlier, String line, String... arguments) {
        earlier.awaitLine(line);
        return command(arguments);
    }

    private OtpstreamProcess command(String... arguments) {
        return OtpstreamProcess.start(
                directory,
                Map.of(),
                Stream.concat(Stream.of(arguments), Stream.of("--bootstrap-servers", kafka))
                        .toArray(String[]::new));
    }

    private HttpResponse<String> text(String to, String text) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(control + "/sms"))
                .POST(BodyPublishers.ofString("{\"to\":\"" + to + "\",\"text\":\"" + text + "\"}"))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(post, BodyHandlers.ofString());
        }
    }
}
