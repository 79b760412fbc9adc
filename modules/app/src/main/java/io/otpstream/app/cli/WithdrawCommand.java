package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.requests.LabelledRequests;
import io.otpstream.app.text.JsonLine;
import io.otpstream.contract.VerificationCommand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code otpstream withdraw}. */
@Command(
        name = "withdraw",
        description = {
            "Tell the pipeline that codes are no longer wanted.",
            "Counts even before the request was read. An open order is cancelled; the final record says so."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream withdraw signup-17 signup-18",
            "  otpstream withdraw --label nightly --dry-run    How many requests that would be.",
            "  otpstream withdraw --label nightly --json       All of them, an object for each.",
            "",
            "With --label the requests on the topic are read, and those without a final record withdrawn. One whose",
            "code is no longer kept may be among them: for that nothing happens."
        })
public final class WithdrawCommand extends KafkaSubcommand {

    @Parameters(arity = "0..*", paramLabel = "ID", description = "Ids of requests.")
    private List<String> ids = new ArrayList<>();

    @Option(
            names = "--label",
            paramLabel = "TEXT",
            description =
                    "In place of ids: all requests with this label that are not over. Repeatable: with any of them.")
    private Set<String> labels = new LinkedHashSet<>();

    @Option(names = "--dry-run", description = "Say what would be withdrawn, and do nothing.")
    private boolean dryRun;

    @Option(names = "--json", description = "Answer in JSON, an object per line.")
    private boolean json;

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        if (ids.isEmpty() == labels.isEmpty()) {
            throw usageError("ID and --label: expected one of the two");
        }
        checkIds(ids);
        Set<String> wanted = labels.isEmpty() ? new LinkedHashSet<>(ids) : LabelledRequests.open(cluster, labels);
        if (dryRun) {
            wanted.forEach(id -> print("would_send", id));
        } else {
            SentCommands.send(cluster, wanted, VerificationCommand.withdraw(), id -> print("sent", id));
        }
        if (!labels.isEmpty() && !json) {
            out().println((dryRun ? "would withdraw " : "withdrew ")
                    + wanted.size()
                    + (wanted.size() == 1 ? " request" : " requests"));
        }
        return ExitCode.OK;
    }

    /** By label there may be very many: only programs are told of each. */
    private void print(String event, String id) {
        if (json) {
            out().println(JsonLine.empty()
                    .with("event", event)
                    .with("type", "withdraw")
                    .with("request_id", id));
        } else if (labels.isEmpty()) {
            out().println((dryRun ? "would send" : "sent") + " withdraw for " + id);
        }
    }
}
