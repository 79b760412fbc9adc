package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.config.OtpstreamConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class CliTest {

    private final Map<String, String> environment = new HashMap<>();
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Probe probe = new Probe();

    /** Stands for any subcommand. */
    @Command(name = "probe")
    static final class Probe extends Subcommand {

        private Optional<OtpstreamConfig> seen = Optional.empty();
        private Optional<RuntimeException> failure = Optional.empty();

        @Override
        protected ExitCode execute() {
            failure.ifPresent(e -> {
                throw e;
            });
            seen = Optional.of(config());
            out().println("answer");
            return ExitCode.NO_CODE;
        }
    }

    @Test
    void aSubcommandAnswersAndReturnsItsCode() {
        assertThat(run("probe")).isEqualTo(3);
        assertThat(out).hasToString("answer" + System.lineSeparator());
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void globalOptionsStandBeforeOrAfterTheSubcommand() {
        environment.put("OTPSTREAM_CATALOG_TTL", "2m");

        run(
                "--speed",
                "4",
                "--set",
                "api.timeout=1s",
                "probe",
                "--set",
                "api.timeout=2s",
                "--set",
                "stream.threads=3",
                "--api-url",
                "http://127.0.0.1:1/v1",
                "--bootstrap-servers",
                "b:2");

        OtpstreamConfig config = probe.seen.orElseThrow(() -> new AssertionError(err.toString()));
        assertThat(config.speed().factor()).isEqualTo(4);
        assertThat(config.api().timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(config.api().catalogTtl()).isEqualTo(Duration.ofMinutes(2));
        assertThat(config.api().url()).hasToString("http://127.0.0.1:1/v1");
        assertThat(config.streams().threads()).isEqualTo(3);
        assertThat(config.kafka().bootstrapServers()).isEqualTo("b:2");
    }

    @Test
    void aConfigurationErrorNamesTheFlag() {
        assertThat(run("probe", "--speed", "0")).isEqualTo(2);
        assertThat(err).hasToString(line("otpstream: speed (flag --speed): expected a number from 1 to 1000"));
    }

    @Test
    void anAssignmentNeedsAnEqualsSign() {
        assertThat(run("probe", "--set", "speed")).isEqualTo(2);
        assertThat(err).hasToString(line("otpstream: flag --set: expected KEY=VALUE"));
    }

    @Test
    void anUnknownOptionIsOneLineWithASuggestion() {
        assertThat(run("broker", "--data-dirs")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("otpstream broker: Unknown option")
                .contains("'--data-dirs'. Did you mean --data-dir? Try 'otpstream broker --help'.")
                .hasLineCount(1);
    }

    @Test
    void aPortThatIsNoneIsAUsageError() {
        assertThat(run("broker", "--port", "70000")).isEqualTo(2);
        assertThat(err)
                .hasToString(
                        line(
                                "otpstream broker: Invalid value for option '--port': expected 0 to 65535. Try 'otpstream broker --help'."));
    }

    @Test
    void aFailureHasItsOwnCodeAndOneLine() {
        probe.failure = Optional.of(new CommandFailedException(ExitCode.REJECTED, "platform_id:\n  expected a number"));

        assertThat(run("probe")).isEqualTo(4);
        assertThat(err).hasToString(line("otpstream: platform_id: expected a number"));
    }

    @Test
    void onlyVerboseShowsAStackTrace() {
        probe.failure = Optional.of(new IllegalStateException("broken"));

        assertThat(run("probe")).isEqualTo(1);
        assertThat(err).hasToString(line("otpstream: IllegalStateException: broken (--verbose shows where)"));
        assertThat(run("probe", "--verbose")).isEqualTo(1);
        assertThat(err.toString()).contains("at io.otpstream.app.cli.CliTest");
    }

    @Test
    void helpDocumentsExamplesAndExitCodes() {
        assertThat(run("--help")).isZero();
        assertThat(out.toString())
                .contains("broker", "Examples:", "--bootstrap-servers", "Exit codes:")
                .containsPattern("\n +2 +wrong arguments or configuration\n");
    }

    @Test
    void helpOfASubcommandDocumentsTheGlobalOptions() {
        assertThat(run("broker", "--help")).isZero();
        assertThat(out.toString()).contains("--data-dir", "--set", "Examples:", "Exit codes:");
    }

    @Test
    void withoutASubcommandTheHelpIsAnError() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).startsWith("Usage: otpstream");
    }

    private int run(String... args) {
        StopSignal stop = new StopSignal(handler -> {}, code -> {}, Duration.ofSeconds(1));
        CommandLine commandLine = new Cli(environment, Path.of("/home/ada"), stop).commandLine();
        commandLine.addSubcommand(probe);
        commandLine.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        return commandLine.execute(args);
    }

    private static String line(String text) {
        return text + System.lineSeparator();
    }
}
