package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otpstream.contract.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * docs/guide.md, done as it stands there against a sandbox: what it says a command prints is what it prints, but for numbers
 * and the ports. Its world runs faster than the guide's.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuideTest {

    private static final Pattern FORCED_END =
            Pattern.compile("(?m)^\\| (90\\d) \\| .* \\| (?:`?([a-z_]+)`?), (\\d+) \\|$");

    private final Page guide = Page.read("docs/guide.md");

    @TempDir
    private static Path directory;

    private OtpstreamProcess sandbox;
    private String kafka = "";
    private URI simulator = URI.create("http://localhost");
    private URI dashboard = URI.create("http://localhost");

    @BeforeAll
    void startTheSandbox() {
        sandbox = OtpstreamProcess.start(
                directory,
                Map.of(),
                "sandbox",
                "--speed",
                "10",
                "--broker-port",
                "0",
                "--simulator-port",
                "0",
                "--set",
                "dashboard.port=0");
        kafka = sandbox.awaitLine("  Kafka        ");
        simulator = URI.create(
                sandbox.awaitMatch("  API          (\\S+)/v1 with token \\S+").group(1));
        dashboard = URI.create(sandbox.awaitLine("  dashboard    "));
        sandbox.awaitLine("  try ");
    }

    @AfterAll
    void stop() {
        sandbox.close();
    }

    @Test
    void theSandboxSaysWhereEverythingIs() {
        assertThat(shape(sandbox.out())).isEqualTo(shape(guide.blockThatBegins("sandbox ready")));
        // Kafka's consumers warn of what concerns nobody when they are asked in the wrong order.
        assertThat(sandbox.err()).doesNotContain("no longer assigned");
    }

    @Test
    void aNumberAndItsCode() throws Exception {
        Tool.CURL.require();
        String asked = guide.blockThatBegins("otpstream request --id signup-1 ");
        String texted = guide.blockAfter(asked);
        try (OtpstreamProcess request = run(asked)) {
            String number = request.awaitMatch("number (\\+\\d+) .*").group(1);

            try (OtpstreamProcess curl = run(texted.replaceFirst("\\+\\d+", "\\" + number))) {
                assertThat(curl.exitCode()).as(curl.err()).isZero();
            }

            assertThat(request.exitCode()).as(request.err()).isZero();
            assertThat(shape(request.err() + request.out())).isEqualTo(shape(guide.blockAfter(texted)));
        }
    }

    @Test
    void endsThatCanBeForced() throws Exception {
        List<MatchResult> rows = FORCED_END.matcher(guide.text()).results().toList();
        assertThat(rows).hasSize(6);
        try (ExecutorService threads = Executors.newFixedThreadPool(rows.size())) {
            List<Future<CommandRun>> runs = threads.invokeAll(rows.stream()
                    .<Callable<CommandRun>>map(row -> () -> requestAndWait(row.group(1)))
                    .toList());
            for (int i = 0; i < rows.size(); i++) {
                MatchResult row = rows.get(i);
                CommandRun run = runs.get(i).get();
                assertThat(run.exitCode()).as("%s", run.err()).isEqualTo(Integer.parseInt(row.group(3)));
                assertThat(run.out())
                        .as("platform %s", row.group(1))
                        .last()
                        .asString()
                        .matches(row.group(2) + "[: ].*");
            }
        }
    }

    @Test
    void oneOfThemAsItIsShown() throws Exception {
        String asked = guide.blockThatBegins("otpstream request --id signup-3 ");
        try (OtpstreamProcess request = run(asked)) {
            assertThat(request.exitCode()).isEqualTo(14);
            assertThat(request.err() + request.out()).isEqualTo(guide.blockAfter(asked));
        }
    }

    @Test
    void whatIsNotNeededIsGivenBack() throws Exception {
        String withdrawn = guide.blockThatBegins("otpstream withdraw signup-4");
        try (OtpstreamProcess request =
                run("otpstream request --id signup-4 --platform 903 --country 6 --timeout 20m --wait")) {
            request.awaitLine("number ");

            try (OtpstreamProcess withdraw = run(withdrawn)) {
                assertThat(withdraw.exitCode()).as(withdraw.err()).isZero();
            }

            assertThat(request.exitCode()).as(request.err()).isEqualTo(13);
            assertThat(shape(request.err() + request.out())).isEqualTo(shape(guide.blockAfter(withdrawn)));
        }
    }

    /** Which of them get a code is for the sandbox to say. */
    @Test
    void requestsFromAFile() throws Exception {
        String asked = guide.blockThatBegins("otpstream request --file examples/requests.csv");
        try (OtpstreamProcess request = run(asked)) {
            assertThat(request.exitCode()).as(request.err()).isIn(0, 12);
            for (String printed : List.of(request.err() + request.out(), guide.blockAfter(asked))) {
                assertThat(shape(printed).lines())
                        .hasSize(7)
                        .startsWith("sent # requests")
                        .filteredOn(line -> line.startsWith("nightly-"))
                        .hasSize(6)
                        .allMatch(line -> line.matches("nightly-# (number \\+# \\(country #, attempt #, price # IDR\\)"
                                + "|code #|timed_out: No code came within the request's timeout_seconds\\.)"));
            }
        }
    }

    @Test
    void whatIsOnTheTopics() throws Exception {
        Tool.KCAT.require();
        String produce = guide.blockThatBegins("echo 'signup-17:");
        String consume = guide.blockThatBegins("kcat -C ");
        try (OtpstreamProcess kcat = run(produce)) {
            assertThat(kcat.exitCode()).as(kcat.err()).isZero();
        }
        new TestRecords(kafka).await(Topics.OTP_RESULTS.name(), "signup-17");
        try (OtpstreamProcess kcat = run(consume)) {
            assertThat(kcat.exitCode()).as(kcat.err()).isZero();
            assertThat(kcat.out().lines().filter(line -> line.startsWith("signup-17 ")))
                    .singleElement()
                    .satisfies(line -> assertThat(fieldsOf(line)).isEqualTo(fieldsOf(guide.blockAfter(consume))));
        }
    }

    @Test
    void tables() throws Exception {
        assertThat(requestAndWait("901").exitCode()).isZero();
        List<String> shown = guide.blockThatBegins("COUNTRY ").lines().toList();
        try (OtpstreamProcess rates = run("otpstream rates")) {
            assertThat(rates.exitCode()).as(rates.err()).isZero();
            List<String> printed = rates.out().lines().toList();
            assertThat(cells(printed.getFirst())).isEqualTo(cells(shown.getFirst()));
            assertThat(cells(printed.get(1))).hasSameSizeAs(cells(shown.get(1)));
        }
    }

    @Test
    void whetherEverythingIsAsItShouldBe() throws Exception {
        String asked = guide.blockThatBegins("SMSCODE_TOKEN=simulator-token otpstream check ");
        try (OtpstreamProcess check = run(asked)) {
            assertThat(check.exitCode()).as(check.out()).isZero();
            assertThat(findings(check.out())).isEqualTo(findings(guide.blockAfter(asked)));
        }
    }

    @Test
    void settings() throws Exception {
        String changed = guide.blockThatBegins("otpstream config show --changed");
        try (OtpstreamProcess shown = withoutSandbox(changed)) {
            assertThat(shown.exitCode()).as(shown.err()).isZero();
            assertThat(shown.out()).isEqualTo(guide.blockAfter(changed));
        }
        List<String> wrong =
                guide.blockThatBegins("$ otpstream config show").lines().toList();
        try (OtpstreamProcess refused = withoutSandbox(wrong.getFirst().substring(2))) {
            assertThat(refused.exitCode()).isEqualTo(2);
            assertThat(refused.err().strip()).isEqualTo(wrong.get(1));
        }
    }

    private CommandRun requestAndWait(String platform) {
        return CommandRun.of(directory, ofSandbox(), "request", "--platform", platform, "--country", "6", "--wait");
    }

    private OtpstreamProcess run(String block) {
        return shell(block, ofSandbox());
    }

    private Map<String, String> ofSandbox() {
        return Map.of(
                "OTPSTREAM_KAFKA_BOOTSTRAP_SERVERS",
                kafka,
                "OTPSTREAM_DASHBOARD_PORT",
                Integer.toString(dashboard.getPort()),
                "OTPSTREAM_STATE_DIR",
                directory.resolve("state").toString());
    }

    private OtpstreamProcess withoutSandbox(String block) {
        return shell(block, Map.of());
    }

    /** Where the guide has the sandbox's usual ports it has those of this one. */
    private OtpstreamProcess shell(String block, Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("PATH", OtpstreamProcess.distribution().resolve("bin") + ":" + System.getenv("PATH"));
        String here = block.replace("127.0.0.1:9092", kafka).replace("127.0.0.1:8080", simulator.getAuthority());
        return OtpstreamProcess.start(
                Path.of("bash"),
                directory,
                environment,
                "-c",
                "cd \"$0\" && " + here,
                Page.root().toString());
    }

    private static String shape(String printed) {
        return printed.replaceAll("\\d+(\\.\\d+)*", "#")
                .replaceAll("(?m) +", " ")
                .strip();
    }

    private static List<String> cells(String line) {
        return Stream.of(line.strip().split(" {2,}")).toList();
    }

    /** Of the value behind the key. */
    private static List<String> fieldsOf(String line) throws IOException {
        JsonNode record = new ObjectMapper().readTree(line.substring(line.indexOf(' ')));
        List<String> names = new ArrayList<>();
        record.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> findings(String printed) {
        return Pattern.compile("(?m)^(ok|warn|wrong|skipped) +\\S+")
                .matcher(printed)
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
