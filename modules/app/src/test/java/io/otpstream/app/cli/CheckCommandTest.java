package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

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

/** What {@code check} says of the API; there is no broker. */
class CheckCommandTest {

    private final Simulator simulator = Simulator.start(SimulatorSettings.defaults());

    @TempDir
    private Path directory;

    @AfterEach
    void stop() {
        simulator.close();
    }

    @Test
    void theDialectIsFoundByAsking() throws IOException {
        assertThat(check(Simulator.TOKEN))
                .startsWith("ok      api    speaks the dialect guide (found by asking)")
                .element(1)
                .asString()
                .startsWith("ok      api    takes the token; balance ");
    }

    @Test
    void theDialectIsTakenAsConfigured() throws IOException {
        assertThat(check(Simulator.TOKEN, "--set", "api.dialect=guide"))
                .startsWith("ok      api    speaks the dialect guide (as configured)");
    }

    @Test
    void aDialectThatCanNotBeKnownIsWrong() throws IOException {
        assertThat(check("stranger"))
                .startsWith("wrong   api    " + simulator.baseUri() + " (api.url) doesn't tell its dialect"
                        + " (api.dialect): the token is missing, wrong or expired");
    }

    private List<String> check(String token, String... more) throws IOException {
        Path file = Files.writeString(directory.resolve("token"), token);
        List<String> arguments = new ArrayList<>(
                List.of("check", "--api-url", simulator.baseUri().toString()));
        arguments.addAll(List.of("--set", "api.token.file=" + file, "--set", "kafka.default.api.timeout.ms=300"));
        arguments.addAll(List.of(more));
        return CommandRun.of("127.0.0.1:1", arguments.toArray(String[]::new))
                .endsWith(ExitCode.FAILURE)
                .out();
    }
}
