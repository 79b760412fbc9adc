package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.trace.Gap;
import io.otpstream.app.trace.Moment;
import io.otpstream.app.trace.Step;
import io.otpstream.app.trace.Summary;
import io.otpstream.app.trace.Timeline;
import io.otpstream.app.trace.TraceFeed;
import io.otpstream.app.trace.TraceJson;
import io.otpstream.app.trace.TraceLog;
import io.otpstream.app.trace.TraceText;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code otpstream trace}. */
@Command(
        name = "trace",
        description = {
            "Show one request's life from the topics: when it came, each order with its country and price, what was said"
                    + " about it, how it ended, and how long each step took. Codes are not shown, and numbers only in part."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream trace signup-17",
            "  otpstream trace signup-17 --follow     Goes on until the final record.",
            "  otpstream trace signup-17 --json       An object per step, and one that sums up.",
            "",
            "Ends with 0 however the request ended, and with 1 if no topic knows it. Topics keep records for a",
            "while only: a note names those that don't go back to where the request came."
        })
public final class TraceCommand extends KafkaSubcommand {

    @Parameters(paramLabel = "ID", description = "Id of the request.")
    private String id = "";

    @Option(names = "--follow", description = "Go on with what comes, until the final record or Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "Answer in JSON, an object per line.")
    private boolean json;

    private final Timeline timeline = new Timeline();

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        checkIds(List.of(id));
        try (TraceFeed feed = TraceFeed.open(cluster, id)) {
            List<Step> known = feed.log().steps();
            if (known.isEmpty() && !follow) {
                throw new CommandFailedException(ExitCode.FAILURE, unknown(feed));
            }
            if (!json) {
                out().println(TraceText.heading());
            }
            known.forEach(this::print);
            if (follow) {
                StopSignal stop = listenForStop();
                // Whoever read the answers may be gone: trace --follow | head.
                feed.follow(() -> stop.isRequested() || out().checkError(), this::print);
            }
            timeline.summary().ifPresent(summary -> print(summary, feed.gaps()));
            return ExitCode.OK;
        }
    }

    private void print(Step step) {
        Moment moment = timeline.next(step);
        out().println(json ? TraceJson.line(id, moment) : TraceText.line(moment));
    }

    private void print(Summary summary, List<Gap> gaps) {
        if (json) {
            out().println(TraceJson.line(id, summary, gaps));
        } else {
            out().println(TraceText.line(summary));
            gaps.forEach(gap -> err().println("note: " + gap.sentence()));
        }
    }

    private String unknown(TraceFeed feed) {
        String gaps = feed.gaps().stream().map(Gap::sentence).collect(Collectors.joining("; "));
        return "no record of " + id + " is on " + String.join(", ", TraceLog.TOPICS)
                + (gaps.isEmpty() ? "" : " (" + gaps + ")");
    }
}
