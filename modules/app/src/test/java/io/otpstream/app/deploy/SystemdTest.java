package io.otpstream.app.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.cli.Cli;
import io.otpstream.app.cli.StopSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** What can be said of the unit without systemd as the first process. */
class SystemdTest {

    private static final String COMMAND = "/opt/otpstream/bin/otpstream ";
    private static final List<String> UNIT =
            DeployFolder.text("systemd/otpstream.service").lines().toList();

    @Test
    void theCommandTakesItsArguments() {
        String start = value("ExecStart");

        assertThat(start).startsWith(COMMAND);
        assertThat(new Cli(Map.of(), Path.of("/nonexistent"), StopSignal.ofThisProcess())
                        .commandLine()
                        .parseArgs(start.substring(COMMAND.length()).split(" ", -1))
                        .hasSubcommand())
                .isTrue();
    }

    @Test
    void wrongSettingsAreNotTriedAgain() {
        assertThat(value("Restart")).isEqualTo("on-failure");
        assertThat(value("RestartPreventExitStatus")).isEqualTo("2");
        assertThat(Integer.parseInt(value("TimeoutStopSec"))).isGreaterThan(10);
    }

    @Test
    void itIsLockedDownAsMuchAsAJvmBears() throws Exception {
        assertThat(UNIT)
                .contains("DynamicUser=yes", "ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet=")
                .noneMatch(line -> line.startsWith("MemoryDenyWriteExecute=yes"));
        Tool.assumeInstalled("systemd-analyze");
        Assumptions.assumeTrue(
                Tool.run("systemd-analyze", "--help").output().contains("--offline"),
                "skipped: systemd-analyze is too old here");

        Tool.Result judged = Tool.run(
                "systemd-analyze", "security", "--offline=true", "--threshold=20", "deploy/systemd/otpstream.service");

        assertThat(judged.exitCode()).as(judged.output()).isZero();
    }

    private static String value(String key) {
        return UNIT.stream()
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the unit has no " + key));
    }
}
