package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.Outgoing;
import io.otpstream.app.cluster.RecordSender;
import io.otpstream.app.cluster.SendReport;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.producer.Producer;

/** Tells the pipeline that requests are no longer wanted, because the one who waited for them has been interrupted. */
record Withdrawal(Cluster cluster) {

    /** A request without an open order ends within moments; an order that can't be cancelled yet takes minutes. */
    static final Duration SEEN_WITHIN = Duration.ofSeconds(10);

    void send(List<String> ids) {
        List<Outgoing<VerificationCommand>> commands = ids.stream()
                .map(id -> new Outgoing<>(id, VerificationCommand.withdraw()))
                .toList();
        try (Producer<String, VerificationCommand> producer = cluster.producer(Topics.COMMANDS)) {
            SendReport report = new RecordSender<>(producer, Topics.COMMANDS).send(commands, () -> {});
            if (!report.unsent().isEmpty()) {
                throw new CommandFailedException(
                        ExitCode.FAILURE,
                        "not withdrawn: " + String.join(" ", report.unsent()) + " (" + report.reason() + ")");
            }
        }
    }
}
