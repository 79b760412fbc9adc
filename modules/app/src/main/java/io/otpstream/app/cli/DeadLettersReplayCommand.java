package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.deadletters.DeadLetterText;
import io.otpstream.app.deadletters.LetterId;
import io.otpstream.app.deadletters.Replay;
import io.otpstream.app.deadletters.ReplayOrder;
import io.otpstream.app.deadletters.ReplayStep;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream dead-letters replay}. */
@Command(
        name = "replay",
        description = {
            "Put records that couldn't be read back on the topics that they came from, with their keys, values and"
                    + " headers as they were. Each is put back once at most, however often and wherever this is run."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream dead-letters replay --id 1:42 --id 2:7",
            "  otpstream dead-letters replay --all --topic verification.commands --since 24h --dry-run",
            "  otpstream dead-letters replay --all --reason country_ids --to quarantine",
            "",
            "What was wrong with a record still is: put it back once the program that reads it is another one. A",
            "request whose id could be read has had its final record, rejected, and isn't served again under that id.",
            "Ends with 1 if a letter was refused or isn't there."
        })
public final class DeadLettersReplayCommand extends KafkaSubcommand {

    @Option(
            names = "--id",
            paramLabel = "PARTITION:OFFSET",
            description = "This letter, by the ID that list shows. Repeatable.")
    private Set<String> ids = new LinkedHashSet<>();

    @Option(names = "--all", description = "All letters, or those that --topic, --reason and --since leave.")
    private boolean all;

    @Mixin
    private final LetterOptions meant = new LetterOptions();

    @Option(names = "--to", paramLabel = "TOPIC", description = "Put them on this topic instead.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--force",
            description = "Also those that came from topics of otpstream's own, and those without a value.")
    private boolean force;

    @Option(names = "--dry-run", description = "Say what would be done, and do nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Answer in JSON, an object per line.")
    private boolean json;

    private int replayed;
    private int skipped;
    private int failed;

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        Replay replay = new Replay(cluster, order());
        if (dryRun) {
            replay.preview().forEach(this::print);
        } else {
            run(replay);
        }
        if (!json) {
            out().println((dryRun ? "would replay " : "replayed ") + replayed + ", skipped " + skipped + ", failed "
                    + failed);
        }
        return failed == 0 ? ExitCode.OK : ExitCode.FAILURE;
    }

    private void run(Replay replay) {
        try {
            replay.run(this::print);
        } catch (ProducerFencedException | InvalidProducerEpochException overtaken) {
            throw new CommandFailedException(
                    ExitCode.FAILURE,
                    "another 'dead-letters replay' has taken over after " + replayed
                            + " letters: 'dead-letters list' shows" + " what is replayed",
                    overtaken);
        }
    }

    private ReplayOrder order() {
        if (ids.isEmpty() != all) {
            throw usageError("--id and --all: expected one of the two");
        }
        if (!all && meant.areGiven()) {
            throw usageError("--topic, --reason and --since: expected together with --all");
        }
        Set<LetterId> letters = new LinkedHashSet<>();
        for (String id : ids) {
            letters.add(
                    LetterId.parse(id).orElseThrow(() -> usageError("--id: expected partition and offset, like 1:42")));
        }
        return new ReplayOrder(letters, meant.filter(), to.orElse(null), force);
    }

    private void print(ReplayStep step) {
        switch (step) {
            case ReplayStep.PutBack putBack -> replayed++;
            case ReplayStep.Done done -> skipped++;
            case ReplayStep.Refused refused -> failed++;
            case ReplayStep.Missing missing -> failed++;
        }
        out().println(json ? DeadLetterText.jsonLine(step, dryRun) : DeadLetterText.line(step, dryRun));
    }
}
