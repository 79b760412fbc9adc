package io.otpstream.app.cli;

import io.otpstream.app.control.PauseText;
import io.otpstream.app.control.PausedOrders;
import io.otpstream.streams.calls.OperatorWord;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A subcommand that says something to all instances of an application. */
abstract class ControlSubcommand extends KafkaSubcommand {

    private static final int LONGEST_TEXT = 200;

    @Option(
            names = "--by",
            paramLabel = "WHO",
            description = "Who does it, up to 200 characters. Default: the user of this process and its host.")
    private @Nullable String by;

    @Option(names = "--json", description = "Answer in JSON: an object.")
    private boolean json;

    final String by() {
        if (by == null) {
            String process = ManagementFactory.getRuntimeMXBean().getName();
            return System.getProperty("user.name") + "@" + process.substring(process.indexOf('@') + 1);
        }
        return checked("--by", by);
    }

    /** The text of an option that others will read. */
    final String checked(String option, String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT || text.codePoints().anyMatch(Character::isISOControl)) {
            throw usageError(option + ": expected 1 to " + LONGEST_TEXT + " characters on one line");
        }
        return text;
    }

    final void print(String application, PausedOrders orders) {
        Optional<OperatorWord.Stop> pause = orders.of(application);
        out().println(json ? PauseText.json(application, pause).toString() : PauseText.line(application, pause));
    }
}
