package io.otpstream.app.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.cli.Cli;
import io.otpstream.app.cli.StopSignal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Whoever copies a command from a document must not be told that it doesn't exist. */
class DocumentedCommandsTest {

    /** Stands for a value that the reader has to put in. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[?[A-Z][A-Z_]*(\\.\\.\\.)?]?");

    @Test
    void theCommandTakesEveryLineThatIsShown() {
        List<ShownCommand> shown =
                Document.all().stream().flatMap(ShownCommand::in).toList();

        assertThat(shown).hasSizeGreaterThan(40).allSatisfy(command -> assertThat(objections(command))
                .as(command.at())
                .isEmpty());
    }

    @Test
    void objectsToWhatDoesNotExist() {
        assertThat(objections("budgets")).hasSize(1);
        assertThat(objections("rates", "--for", "platform")).isNotEmpty();
        assertThat(objections("topics", "delete")).hasSize(1);
        assertThat(objections("sandbox", "--broker-port", "many")).hasSize(1);
        assertThat(objections("trace")).hasSize(1);
    }

    @Test
    void takesWhatIsMeantForTheReaderToPutIn() {
        assertThat(objections("sandbox", "--broker-port", "PORT")).isEmpty();
        assertThat(objections("COMMAND", "--help")).isEmpty();
        assertThat(objections(new ShownCommand("in a sentence", List.of("withdraw"), false)))
                .isEmpty();
    }

    @Test
    void findsCommandsAmongOtherThings() {
        Document document = Document.parse(Path.of("a.md"), """
                See `otpstream budget --json` and `otpstream:type=budget`.

                ```
                client     finished
                otpstream      63.7
                ```

                ```
                SMSCODE_TOKEN=... ./otpstream check \\
                  --json   # all
                (umask 077; otpstream config reference --properties > a.properties) && curl x
                otpstream results --follow | grep code
                ```

                ```
                $ otpstream rates --json
                otpstream prints this
                ```
                """);

        assertThat(ShownCommand.in(document).map(ShownCommand::arguments))
                .containsExactly(
                        List.of("check", "--json"),
                        List.of("config", "reference", "--properties"),
                        List.of("results", "--follow"),
                        List.of("rates", "--json"),
                        List.of("budget", "--json"));
    }

    private static List<String> objections(String... arguments) {
        return objections(new ShownCommand("in a block", List.of(arguments), true));
    }

    private static List<String> objections(ShownCommand command) {
        CommandLine cli = new Cli(Map.of(), Path.of("/home/ada"), StopSignal.ofThisProcess()).commandLine();
        collectErrors(cli);
        return errors(cli.parseArgs(command.arguments().toArray(String[]::new)))
                .filter(error -> !isAboutAPlaceholder(error))
                .filter(error -> command.complete() || !(error instanceof MissingParameterException))
                .map(error -> String.valueOf(error.getMessage()))
                .toList();
    }

    /** Each command keeps those of its own arguments. */
    private static Stream<Exception> errors(ParseResult parsed) {
        return parsed.hasSubcommand()
                ? Stream.concat(parsed.errors().stream(), errors(parsed.subcommand()))
                : parsed.errors().stream();
    }

    private static void collectErrors(CommandLine command) {
        command.getCommandSpec().parser().collectErrors(true);
        command.getSubcommands().values().forEach(DocumentedCommandsTest::collectErrors);
    }

    private static boolean isAboutAPlaceholder(Exception error) {
        return switch (error) {
            case UnmatchedArgumentException unmatched ->
                unmatched.getUnmatched().stream()
                        .allMatch(word -> PLACEHOLDER.matcher(word).matches());
            case ParameterException wrong ->
                Optional.ofNullable(wrong.getValue())
                        .filter(value -> PLACEHOLDER.matcher(value).matches())
                        .isPresent();
            default -> false;
        };
    }
}
