package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

/** What holds for the help of every command. */
class HelpTest {

    @Test
    @ResourceLock(Resources.SYSTEM_ERR)
    void noneIsShownWithAWarning() {
        // picocli takes texts for formats, and complains of a single % to the process's own standard error.
        PrintStream original = System.err;
        ByteArrayOutputStream warnings = new ByteArrayOutputStream();
        try (PrintStream captured = new PrintStream(warnings, true, StandardCharsets.UTF_8)) {
            System.setErr(captured);
            assertThat(all()).hasSizeGreaterThan(20).allSatisfy(command -> assertThat(command.getUsageMessage())
                    .contains("Usage: otpstream"));
        } finally {
            System.setErr(original);
        }
        assertThat(warnings.toString(StandardCharsets.UTF_8)).doesNotContain("[picocli");
    }

    @Test
    void percentSignsAreShownOnce() {
        assertThat(all())
                .allSatisfy(command -> assertThat(command.getUsageMessage()).doesNotContain("%%"));
    }

    @Test
    void everyCommandAndOptionAndParameterIsDescribed() {
        assertThat(all()).allSatisfy(command -> {
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(command.getCommandName())
                    .isNotEmpty();
            assertThat(command.getCommandSpec().args()).allSatisfy(argument -> assertThat(argument.description())
                    .as("%s %s", command.getCommandSpec().qualifiedName(), argument)
                    .isNotEmpty()
                    .noneMatch(String::isBlank));
        });
    }

    private static List<CommandLine> all() {
        StopSignal stop = new StopSignal(handler -> {}, code -> {}, Duration.ofSeconds(1));
        return withSubcommands(new Cli(Map.of(), Path.of("/home/ada"), stop).commandLine())
                .toList();
    }

    private static Stream<CommandLine> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::withSubcommands));
    }
}
