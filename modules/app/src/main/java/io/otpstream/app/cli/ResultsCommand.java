package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.results.ResultFeed;
import io.otpstream.app.results.ResultRecord;
import io.otpstream.app.results.ResultRecordText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otpstream results}. */
@Command(
        name = "results",
        description = {
            "Print what became of requests: codes, those that followed on a held number, and why there is none.",
            "Codes are there for results.retention (1h unless set otherwise), outcomes without a code for a week."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream results                               All that are there, oldest first.",
            "  otpstream results --id signup-17 --follow       This one, also if it comes later.",
            "  otpstream results --no-from-beginning --follow  Only those that come from now on."
        })
public final class ResultsCommand extends KafkaSubcommand {

    @Option(names = "--follow", description = "Go on with those that come, until Ctrl-C or until every --id is there.")
    private boolean follow;

    @Option(
            names = "--from-beginning",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Print those that are there already (default). Without them there is only --follow.")
    private boolean fromBeginning;

    @Option(names = "--id", paramLabel = "ID", description = "Only this request. Repeatable.")
    private Set<String> ids = new LinkedHashSet<>();

    @Option(names = "--json", description = "Answer in JSON, an object per line.")
    private boolean json;

    private final Set<String> missing = new LinkedHashSet<>();
    private final ResultRecordText text = new ResultRecordText();

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        if (!fromBeginning && !follow) {
            throw usageError("--no-from-beginning: expected together with --follow");
        }
        missing.addAll(ids);
        StartAt start = fromBeginning ? StartAt.BEGINNING : StartAt.END;
        try (TopicReader reader = cluster.reader(start, ResultRecord.TOPICS)) {
            ResultFeed feed = new ResultFeed(reader, id -> ids.isEmpty() || ids.contains(id));
            List<ResultRecord> retained = feed.retained();
            retained.forEach(record -> text.makeRoomFor(record.requestId()));
            retained.forEach(this::print);
            if (follow) {
                StopSignal stop = listenForStop();
                // Whoever read the answers may be gone: results --follow | head.
                feed.follow(() -> stop.isRequested() || haveAll() || out().checkError(), this::print);
            }
        }
        if (missing.isEmpty()) {
            return ExitCode.OK;
        }
        err().println("otpstream: no final record of " + String.join(", ", missing)
                + " is there: not yet, or no longer (codes go after results.retention)");
        return ExitCode.WAIT_TIMED_OUT;
    }

    private boolean haveAll() {
        return !ids.isEmpty() && missing.isEmpty();
    }

    private void print(ResultRecord record) {
        if (record.isFinal()) {
            missing.remove(record.requestId());
        }
        out().println(json ? ResultRecordText.jsonLine(record) : text.line(record));
    }
}
