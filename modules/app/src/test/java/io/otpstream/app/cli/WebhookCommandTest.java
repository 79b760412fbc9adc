package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the simulator, without a broker: none of these commands needs one. */
class WebhookCommandTest {

    private static final String SECRET = "the secret of the tests";

    /** Nobody listens on the port of tcpmux here. */
    private static final String NOBODY = "http://127.0.0.1:1/webhook";

    private Simulator simulator = published();

    @TempDir
    private Path directory;

    private Path token = Path.of("");

    @BeforeEach
    void writeToken() throws IOException {
        token = Files.writeString(directory.resolve("token"), Simulator.TOKEN);
    }

    @AfterEach
    void close() {
        simulator.close();
    }

    @Test
    void whatIsSetIsShownButForTheSecret() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), SECRET + "\n");

        assertThat(webhook("show").endsWith(ExitCode.OK).out())
                .containsExactly(
                        "url       none", "secret    none", "state     pushes nothing", "failures  0 in a row");

        assertThat(webhook("set", "--url", NOBODY, "--secret-file", secret.toString())
                        .endsWith(ExitCode.OK)
                        .out())
                .containsExactly("url       " + NOBODY, "secret    set", "state     pushes", "failures  0 in a row");
        assertThat(webhook("show", "--json").endsWith(ExitCode.OK).out())
                .containsExactly("{\"url\":\"" + NOBODY
                        + "\",\"secret_set\":true,\"disabled_at\":null,\"disabled_reason\":null,"
                        + "\"consecutive_failures\":0}");
    }

    @Test
    void theSecretThatTheApiMadeUpGoesToAFileForItsOwnerAlone() throws IOException {
        Path file = directory.resolve("made-up");
        webhook("set", "--url", NOBODY).endsWith(ExitCode.OK);

        CommandRun shown = webhook("show", "--show-secret-to", file.toString()).endsWith(ExitCode.OK);

        String secret = Files.readString(file).strip();
        assertThat(secret).isNotEmpty();
        assertThat(String.join("", shown.out())).doesNotContain(secret);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(webhook("show", "--show-secret-to", file.toString())
                        .endsWith(ExitCode.USAGE)
                        .err())
                .singleElement()
                .asString()
                .contains("expected a file that isn't there yet");
    }

    @Test
    void aReceiverThatDoesNotAnswerFailsTheTest() {
        assertThat(webhook("test").endsWith(ExitCode.FAILURE).err())
                .singleElement()
                .asString()
                .contains("webhook_url");
        webhook("set", "--url", NOBODY).endsWith(ExitCode.OK);
        assertThat(webhook("test").endsWith(ExitCode.FAILURE).err())
                .singleElement()
                .asString()
                .contains("nobody answers there");
    }

    @Test
    void anAnswerOtherThanSuccessIsNamedWithWhatToDo() {
        webhook("set", "--url", simulator.baseUri().resolve("/webhook").toString())
                .endsWith(ExitCode.OK);

        assertThat(webhook("test").endsWith(ExitCode.FAILURE).out())
                .containsExactly("the receiver answered the API with 404: the path is not the receiver's; it takes POST"
                        + " /webhook");
        assertThat(webhook("test", "--json").endsWith(ExitCode.FAILURE).out())
                .containsExactly("{\"receiver_status\":404,\"ok\":false}");
    }

    @Test
    void whatTheApiRefusesAndWhatIsMissingIsSaid() {
        assertThat(webhook("set", "--url", "ftp://127.0.0.1/")
                        .endsWith(ExitCode.FAILURE)
                        .err())
                .singleElement()
                .asString()
                .startsWith("otpstream: the API: VALIDATION_ERROR: webhook_url");
        assertThat(webhook("set").endsWith(ExitCode.USAGE).err())
                .singleElement()
                .asString()
                .contains("--url, --secret-file: expected at least one of them");
        assertThat(webhook("set", "--secret-file", "/nowhere")
                        .endsWith(ExitCode.USAGE)
                        .err())
                .singleElement()
                .asString()
                .contains("--secret-file: expected a file that can be read");
    }

    @Test
    void theGuidesDialectKnowsNone() {
        simulator.close();
        simulator = Simulator.start(SimulatorSettings.defaults());

        assertThat(webhook("show").endsWith(ExitCode.FAILURE).err())
                .containsExactly("otpstream: " + simulator.baseUri()
                        + " speaks the guide's dialect (api.dialect), which knows no webhooks");
    }

    private CommandRun webhook(String... arguments) {
        List<String> all = new ArrayList<>(List.of("webhook"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--api-url", simulator.baseUri().toString(), "--set", "api.token.file=" + token));
        return CommandRun.of("127.0.0.1:1", all.toArray(String[]::new));
    }

    private static Simulator published() {
        return Simulator.start(SimulatorSettings.defaults().withDialect(Dialect.PUBLISHED));
    }
}
