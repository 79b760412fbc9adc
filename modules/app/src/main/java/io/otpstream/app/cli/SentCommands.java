package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.Outgoing;
import io.otpstream.app.cluster.RecordSender;
import io.otpstream.app.cluster.SendReport;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Sends a command for each of some requests. */
final class SentCommands {

    private SentCommands() {}

    /**
     * Returns when all were acknowledged.
     *
     * @param each is told which arrived, also where not all did
     * @throws CommandFailedException that names those which did not
     */
    static void send(
            Cluster cluster, Collection<String> requestIds, VerificationCommand command, Consumer<String> each) {
        List<Outgoing<VerificationCommand>> commands =
                requestIds.stream().map(id -> new Outgoing<>(id, command)).toList();
        SendReport report;
        try (Producer<String, VerificationCommand> producer = cluster.producer(Topics.COMMANDS)) {
            report = new RecordSender<>(producer, Topics.COMMANDS).send(commands, () -> {});
        }
        requestIds.stream().filter(id -> !report.unsent().contains(id)).forEach(each);
        if (!report.unsent().isEmpty()) {
            throw new CommandFailedException(
                    ExitCode.FAILURE, "not sent: " + String.join(" ", report.unsent()) + " (" + report.reason() + ")");
        }
    }
}
