package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code check} says of the API and of this machine; there is no broker. */
class CheckCommandTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Simulator simulator = Simulator.start(SimulatorSettings.defaults());

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void whatIsGoodIsSaidBesideABrokerThatIsNot() throws IOException {
        assertThat(check(Simulator.TOKEN))
                .anyMatch(line -> line.matches("ok +config +flags --set --bootstrap-servers --api-url, then defaults"))
                .anyMatch(line -> line.startsWith("ok ") && line.endsWith(" " + simulator.baseUri() + " answers"))
                .anyMatch(line -> line.matches("ok +token +the API takes the token from .*token \\(api.token.file\\)"))
                .anyMatch(line -> line.matches("ok +permission +the token may read .*"))
                .anyMatch(line -> line.matches("ok +dialect +speaks the dialect guide \\(found by asking\\)"))
                .anyMatch(line -> line.matches("ok +balance +the balance is \\d+ IDR; no spend cap is set"))
                .anyMatch(line -> line.matches("ok +clock.api +this clock and the API's agree to the second"))
                .anyMatch(line -> line.matches("wrong +broker +no answer at 127.0.0.1:1 .* within 300ms"))
                .anyMatch(line -> line.matches(" +mend: see that a broker runs there .*"))
                .anyMatch(line -> line.matches("skipped +acls +no broker answers"))
                .anyMatch(line -> line.matches("ok +state.dir +.*"));
    }

    @Test
    void theDialectIsTakenAsConfigured() throws IOException {
        assertThat(check(Simulator.TOKEN, "--set", "api.dialect=guide"))
                .anyMatch(line -> line.matches("ok +dialect +speaks the dialect guide \\(as configured\\)"));
    }

    @Test
    void aTokenThatIsRefusedIsWrongAndNothingElseOfTheApi() throws IOException {
        List<String> lines = check("stranger");

        assertThat(lines)
                .anyMatch(line -> line.matches("ok +api +.*"))
                .anyMatch(line -> line.matches("wrong +token +the API refuses the token from .* \\(401\\)"))
                .anyMatch(line -> line.matches("skipped +permission +.*"))
                .anyMatch(line -> line.matches("skipped +balance +not told: the token is missing, wrong or expired"));
        assertThat(String.join("", lines)).doesNotContain("stranger");
    }

    @Test
    void aTokenWithoutPermissionsIsToldWhichItLacks() throws IOException {
        assertThat(check(Simulator.FORBIDDEN_TOKEN))
                .anyMatch(line -> line.matches("ok +token +.*"))
                .anyMatch(line -> line.matches("wrong +permission +the token may not look at orders, read the balance,"
                        + " read the catalogue \\(403\\)"));
    }

    @Test
    void noBalanceIsWrongAndALowOneIsAWarning() throws IOException {
        simulator.setBalance(0);
        assertThat(check(Simulator.TOKEN))
                .anyMatch(line -> line.matches("wrong +balance +the balance is 0 IDR: nothing can be ordered"))
                .anyMatch(line -> line.matches(" +mend: top up the account"));

        simulator.setBalance(4_000);
        assertThat(check(Simulator.TOKEN, "--set", "alert.balance.below.idr=5000"))
                .anyMatch(
                        line -> line.matches("warn +balance +the balance is 4000 IDR, below alert.balance.below.idr"));
        assertThat(check(Simulator.TOKEN, "--set", "spend.cap.idr.per.hour=5000"))
                .anyMatch(line -> line.matches("ok +balance +.*, which ends before spend.cap.idr.per.hour does"));
    }

    @Test
    void aTokenFileThatIsNotThereAndAnApiThatIsNot() throws IOException {
        Files.writeString(token(), Simulator.TOKEN);
        assertThat(run("--api-url", simulator.baseUri().toString()))
                .anyMatch(line -> line.matches("wrong +token +no API token: set SMSCODE_TOKEN.*"));
        assertThat(run("--api-url", simulator.baseUri().toString(), "--set", "api.token.file=/nowhere/token"))
                .anyMatch(line -> line.matches("wrong +token +token file /nowhere/token: there is no such file"));
        assertThat(run("--api-url", "http://127.0.0.1:1/v1", "--set", "api.token.file=" + token()))
                .anyMatch(line -> line.matches("wrong +api +.*: not reached: .*"))
                .anyMatch(line -> line.matches("skipped +token +.*"));
    }

    @Test
    void programsGetAnObjectPerCheckWithStableIds() throws IOException {
        List<JsonNode> findings = new ArrayList<>();
        for (String line : check(Simulator.TOKEN, "--json")) {
            findings.add(MAPPER.readTree(line));
        }

        assertThat(findings)
                .extracting(finding -> finding.path("check").textValue())
                .containsExactly(
                        "config",
                        "api",
                        "token",
                        "permission",
                        "dialect",
                        "balance",
                        "clock.api",
                        "broker",
                        "version",
                        "topics",
                        "partitions",
                        "acls",
                        "transactions",
                        "clock.broker",
                        "group",
                        "state.dir",
                        "disk",
                        "dashboard");
        assertThat(findings)
                .allSatisfy(
                        finding -> assertThat(finding.path("state").textValue()).isIn("ok", "warn", "wrong", "skipped"))
                .allSatisfy(finding -> assertThat(finding.path("mend").isTextual())
                        .isEqualTo(List.of("warn", "wrong")
                                .contains(finding.path("state").textValue())));
    }

    @Test
    void aConfigurationThatIsWrongIsAFindingToo() {
        assertThat(CommandRun.of("127.0.0.1:1", "check", "--json", "--set", "api.timeout=soon")
                        .endsWith(ExitCode.USAGE)
                        .out())
                .singleElement()
                .asString()
                .startsWith("{\"check\":\"config\",\"state\":\"wrong\",\"message\":\"api.timeout");
    }

    private Path token() {
        return directory.resolve("token");
    }

    private List<String> check(String token, String... more) throws IOException {
        Files.writeString(token(), token);
        List<String> arguments = new ArrayList<>(List.of(
                "--set",
                "api.token.file=" + token(),
                "--api-url",
                simulator.baseUri().toString()));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private List<String> run(String... arguments) {
        List<String> all = new ArrayList<>(List.of("check", "--set", "kafka.default.api.timeout.ms=300"));
        all.addAll(List.of("--set", "state.dir=" + directory.resolve("state"), "--set", "dashboard.port=0"));
        all.addAll(List.of(arguments));
        return CommandRun.of("127.0.0.1:1", all.toArray(String[]::new))
                .endsWith(ExitCode.FAILURE)
                .out();
    }
}
