package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.text.JsonLine;
import io.otpstream.contract.VerificationCommand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** A subcommand that tells the pipeline something about requests that were sent before. */
abstract class CommandSubcommand extends KafkaSubcommand {

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Ids of requests.")
    private List<String> ids = new ArrayList<>();

    @Option(names = "--json", description = "Answer in JSON, an object per line.")
    private boolean json;

    /**
     * What is said about each request.
     *
     * @throws IllegalArgumentException that names the option or the field, if it can't be said
     */
    abstract VerificationCommand command();

    @Override
    final ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        checkIds(ids);
        VerificationCommand command = checkedCommand();
        SentCommands.send(cluster, new LinkedHashSet<>(ids), command, id -> print(id, command));
        return ExitCode.OK;
    }

    private VerificationCommand checkedCommand() {
        try {
            return command();
        } catch (IllegalArgumentException wrong) {
            throw usageError(String.valueOf(wrong.getMessage()));
        }
    }

    private void print(String id, VerificationCommand command) {
        String word = command.type().word();
        if (json) {
            out().println(JsonLine.empty()
                    .with("event", "sent")
                    .with("type", word)
                    .with("request_id", id));
        } else {
            out().println("sent " + word + " for " + id);
        }
    }
}
