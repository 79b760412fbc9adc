package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.deadletters.DeadLetter;
import io.otpstream.app.deadletters.DeadLetterText;
import io.otpstream.app.deadletters.LetterBox;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream dead-letters list}. */
@Command(
        name = "list",
        description = {
            "List records that couldn't be read, oldest first: where they came from, their keys and what is wrong.",
            "Their values are not shown. REPLAYED says whether they were put back."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream dead-letters list                                    The last 100.",
            "  otpstream dead-letters list --topic verification.commands --since 24h",
            "  otpstream dead-letters list --reason country_ids --json"
        })
public final class DeadLettersListCommand extends KafkaSubcommand {

    @Mixin
    private final LetterOptions meant = new LetterOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "100",
            description = "The newest N at most (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--json", description = "Answer in JSON, an object per line.")
    private boolean json;

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        if (limit < 1) {
            throw usageError("--limit: expected 1 or more");
        }
        LetterBox box = LetterBox.read(cluster);
        List<DeadLetter> all = box.letters(meant.filter());
        List<DeadLetter> shown = all.subList(Math.max(0, all.size() - limit), all.size());
        if (json) {
            shown.forEach(letter -> out().println(DeadLetterText.jsonLine(letter, box.isPutBack(letter.id()))));
        } else if (shown.isEmpty()) {
            out().println("no dead letters");
        } else {
            DeadLetterText.table(shown, box::isPutBack).forEach(out()::println);
        }
        if (shown.size() < all.size()) {
            err().println("note: " + (all.size() - shown.size()) + " older ones are left out: --limit shows more");
        }
        return ExitCode.OK;
    }
}
