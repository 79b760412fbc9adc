package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import picocli.CommandLine;

/** What holds for the help of every command. */
class HelpTest {

    /** Commands that answer with something else, and why. */
    private static final Map<String, String> WITHOUT_JSON = Map.of("completion", "what it prints is a script");

    /** Seen from the module, where tests run. */
    private static final Path DOCS = Path.of("../../docs");

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

    /** picocli wraps to the width of the help: a break of ours within a sentence leaves half a line. */
    @Test
    void textsBreakOnlyBetweenSentences() {
        assertThat(all()).allSatisfy(command -> {
            assertThat(command.getCommandSpec().usageMessage().description())
                    .as(command.getCommandSpec().qualifiedName())
                    .allMatch(HelpTest::endsASentence);
            assertThat(command.getCommandSpec().args()).allSatisfy(argument -> {
                String[] lines = argument.description();
                assertThat(Arrays.asList(lines).subList(0, lines.length - 1))
                        .as("%s %s", command.getCommandSpec().qualifiedName(), argument)
                        .allMatch(HelpTest::endsASentence);
            });
        });
    }

    private static boolean endsASentence(String line) {
        return line.endsWith(".") || line.endsWith(":");
    }

    @Test
    void everyCommandHasAnExampleAndEveryExampleCanBeRun() {
        assertThat(all()).allSatisfy(command -> {
            List<String> examples = Examples.of(command);
            assertThat(examples).as(command.getCommandSpec().qualifiedName()).isNotEmpty();
            assertThat(examples).allSatisfy(example -> assertThatCode(() -> parse(example))
                    .as("%s", example)
                    .doesNotThrowAnyException());
        });
    }

    @Test
    void everyCommandThatAnswersAnswersInJsonToo() {
        assertThat(all())
                .filteredOn(command -> command.getSubcommands().isEmpty())
                .filteredOn(command -> !WITHOUT_JSON.containsKey(command.getCommandName()))
                .hasSizeGreaterThan(20)
                .allSatisfy(command -> assertThat(command.getCommandSpec().findOption("--json"))
                        .as(command.getCommandSpec().qualifiedName())
                        .isNotNull());
        assertThat(all().stream().map(CommandLine::getCommandName)).containsAll(WITHOUT_JSON.keySet());
    }

    @Test
    void everyExitCodeIsInTheHelpAndInTheDocs() throws IOException {
        assertThat(all()).allSatisfy(command -> assertThat(
                        command.getCommandSpec().usageMessage().exitCodeList())
                .as(command.getCommandSpec().qualifiedName())
                .isEqualTo(ExitCode.descriptions()));
        List<String> rows = ExitCode.descriptions().entrySet().stream()
                .map(each -> "| " + each.getKey() + " | " + each.getValue().replace("`", "") + " |")
                .toList();
        List<String> documented = Files.readAllLines(DOCS.resolve("exit-codes.md")).stream()
                .filter(line -> line.matches("\\| \\d+ \\|.*"))
                .map(line -> line.replace("`", ""))
                .toList();
        assertThat(documented).containsExactlyElementsOf(rows);
    }

    private static void parse(String example) {
        commandLine().parseArgs(Examples.words(example).toArray(String[]::new));
    }

    private static CommandLine commandLine() {
        StopSignal stop = new StopSignal(handler -> {}, code -> {}, Duration.ofSeconds(1));
        return new Cli(Map.of(), Path.of("/home/ada"), stop).commandLine();
    }

    private static List<CommandLine> all() {
        return withSubcommands(commandLine()).toList();
    }

    private static Stream<CommandLine> withSubcommands(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::withSubcommands));
    }
}
