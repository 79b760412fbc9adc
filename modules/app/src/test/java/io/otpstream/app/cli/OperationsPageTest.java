package io.otpstream.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The commands on docs/operations.md are commands, and its links lead somewhere. */
class OperationsPageTest {

    private static final Path DOCS = Path.of("../../docs");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern COMMAND = Pattern.compile("(?m)(?:^|`)otpstream ([a-z][^`\n:]*)");
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

    private final String page = read(DOCS.resolve("operations.md"));

    @Test
    void commandsCanBeGiven() {
        List<String> commands =
                COMMAND.matcher(page).results().map(found -> found.group(1)).toList();

        assertThat(commands).hasSizeGreaterThan(15).allSatisfy(command -> assertThat(
                        commandLine().parseArgs(words(command)).hasSubcommand())
                .as(command)
                .isTrue());
    }

    @Test
    void linksLeadSomewhere() {
        assertThat(LINK.matcher(page).results()).hasSizeGreaterThan(15).allSatisfy(link -> {
            Path target = link.group(1).isEmpty() ? DOCS.resolve("operations.md") : DOCS.resolve(link.group(1));
            assertThat(target).exists();
            if (link.group(2) != null) {
                assertThat(anchors(read(target))).as(link.group()).contains(link.group(2));
            }
        });
    }

    private static String[] words(String command) {
        return WORD.matcher(command)
                .results()
                .map(found -> found.group(1) == null ? found.group(2) : found.group(1))
                .toArray(String[]::new);
    }

    private static CommandLine commandLine() {
        StopSignal stop = new StopSignal(handler -> {}, code -> {}, Duration.ofSeconds(1));
        return new Cli(Map.of(), Path.of("/home/ada"), stop).commandLine();
    }

    private static Set<String> anchors(String markdown) {
        return markdown.lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 -]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
