package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.Outgoing;
import io.otpstream.app.cluster.RecordSender;
import io.otpstream.app.cluster.SendReport;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.text.JsonLine;
import io.otpstream.contract.RequestId;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;
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
        List<Outgoing<VerificationCommand>> commands = commands();
        SendReport report;
        try (Producer<String, VerificationCommand> producer = cluster.producer(Topics.COMMANDS)) {
            report = new RecordSender<>(producer, Topics.COMMANDS).send(commands, () -> {});
        }
        commands.stream()
                .filter(each -> !report.unsent().contains(each.requestId()))
                .forEach(this::print);
        if (!report.unsent().isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.FAILURE, "not sent: " + String.join(" ", report.unsent()) + " (" + report.reason() + ")");
        }
        return ExitCode.OK;
    }

    private List<Outgoing<VerificationCommand>> commands() {
        ids.stream().filter(id -> !RequestId.isValid(id)).findFirst().ifPresent(id -> {
            throw usageError("ID: expected 1 to 128 of A-Z a-z 0-9 . _ -");
        });
        try {
            VerificationCommand command = command();
            return new LinkedHashSet<>(ids)
                    .stream().map(id -> new Outgoing<>(id, command)).toList();
        } catch (IllegalArgumentException wrong) {
            throw usageError(String.valueOf(wrong.getMessage()));
        }
    }

    private void print(Outgoing<VerificationCommand> sent) {
        String word = sent.value().type().word();
        if (json) {
            out().println(JsonLine.empty()
                    .with("event", "sent")
                    .with("type", word)
                    .with("request_id", sent.requestId()));
        } else {
            out().println("sent " + word + " for " + sent.requestId());
        }
    }
}
