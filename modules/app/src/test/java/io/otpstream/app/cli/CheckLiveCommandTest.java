package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.Dialect;
import io.otpstream.simulator.vendor.TokenState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code otpstream check --live}, against the simulator. */
class CheckLiveCommandTest {

    private static final String TEST_TOKEN = "token-of-a-test";

    private final Simulator simulator = Simulator.start(
            SimulatorSettings.defaults().withDialect(Dialect.PUBLISHED).withSpeed(20));

    @TempDir
    private Path directory;

    private Path token = Path.of("");

    @BeforeEach
    void makeToken() throws IOException {
        simulator.setToken(TEST_TOKEN, TokenState.VALID);
        token = Files.writeString(directory.resolve("token"), TEST_TOKEN + "\n");
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void eachAssumptionHasALineAndAllOfThemHold() {
        List<String> lines = check("--token-file", token.toString(), "--max-spend-idr", "50000", "--product", "6903")
                .endsWith(ExitCode.OK)
                .out();

        assertThat(lines)
                .anyMatch(
                        line -> line.matches("confirmed  replay +the same key and body give the same order again: .*"))
                .anyMatch(line -> line.matches("untested   retry_after +.*: no answer had status 429"))
                .last()
                .asString()
                .isEqualTo("18 confirmed, 0 refuted, 1 untested; 0 IDR not given back");
        assertThat(String.join("", lines)).doesNotContain(TEST_TOKEN);
    }

    @Test
    void nothingIsBoughtUnlessItIsSaidWithWhatTokenAndForHowMuch() throws IOException {
        usage("--max-spend-idr: expected with --live", "--token-file", token.toString());
        usage("--max-spend-idr: expected with --live", "--token-file", token.toString(), "--max-spend-idr", "0");
        usage("--token-file: expected with --live", "--max-spend-idr", "50000");
        usage("can't be", "--max-spend-idr", "50000", "--token-file", "/nowhere");
        Path same = Files.writeString(directory.resolve("same"), TEST_TOKEN);
        usage(
                "expected another token than the configured one",
                "--max-spend-idr",
                "50000",
                "--token-file",
                token.toString(),
                "--set",
                "api.token.file=" + same);
        assertThat(CommandRun.of("127.0.0.1:1", "check", "--max-spend-idr", "1")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .singleElement()
                .asString()
                .contains("expected together with --live only");
        assertThat(simulator.requests()).isEmpty();
    }

    private void usage(String expected, String... options) {
        assertThat(check(options).endsWith(ExitCode.USAGE).err())
                .singleElement()
                .asString()
                .contains(expected);
    }

    private CommandRun check(String... options) {
        List<String> all = new ArrayList<>(List.of("check", "--live"));
        all.addAll(List.of("--api-url", simulator.baseUri().toString(), "--speed", "20"));
        all.addAll(List.of(options));
        return CommandRun.of("127.0.0.1:1", all.toArray(String[]::new));
    }
}
