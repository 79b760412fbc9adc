package io.otpstream.app.cli;

import io.otpstream.app.cli.OptionConverters.Seconds;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.Outgoing;
import io.otpstream.app.cluster.RecordSender;
import io.otpstream.app.cluster.SendReport;
import io.otpstream.app.config.DurationText;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.requests.RequestFile;
import io.otpstream.app.requests.ResultWait;
import io.otpstream.app.requests.WaitEvent;
import io.otpstream.app.requests.WaitSummary;
import io.otpstream.app.text.ProgressLine;
import io.otpstream.app.text.Terminals;
import io.otpstream.contract.Outcome;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream request}. */
@Command(
        name = "request",
        description = "Ask for numbers and codes, from options or from a file; with --wait, print them as they come.",
        footer = {
            "",
            "Examples:",
            "  otpstream request --platform whatsapp --country ID --wait",
            "  otpstream request --platform 1 --country 6,7,12 --max-price 20000 --max-attempts 3",
            "  otpstream request --platform 1 --country 6 --wait --withdraw-on-interrupt",
            "  otpstream request --file signups.csv --wait --json",
            "",
            "A CSV file begins with the names of its columns, those of the fields in JSON:",
            "  request_id,platform,countries,max_price_idr,timeout_seconds",
            "  signup-17,whatsapp,ID;MY,20000,90",
            "A .jsonl file holds a JSON object per line, with request_id beside the request's fields."
        })
public final class RequestCommand extends KafkaSubcommand {

    /** A request without an open order ends within moments; an order that can't be cancelled yet takes minutes. */
    private static final Duration WITHDRAWAL_SEEN_WITHIN = Duration.ofSeconds(10);

    /** What was sent of so many; the reason is empty unless one failed. */
    private record Sending(List<Outgoing<VerificationRequest>> sent, int asked, String reason) {

        void checkComplete() {
            if (sent.size() < asked) {
                boolean stopped = reason.isEmpty();
                throw new CommandFailedException(
                        stopped ? ExitCode.INTERRUPTED : ExitCode.FAILURE,
                        "sent " + sent.size() + " of " + asked + " requests (" + (stopped ? "interrupted" : reason)
                                + "); those not sent may be sent again with the same ids, which are served once");
            }
        }
    }

    @Mixin
    private final RequestArguments arguments = new RequestArguments();

    @Mixin
    private final FileArguments file = new FileArguments();

    @Option(names = "--wait", description = "Print the number as soon as it is rented, then the code.")
    private boolean wait;

    @Option(
            names = "--wait-timeout",
            paramLabel = "DURATION",
            converter = Seconds.class,
            description = {
                "How long --wait waits before it ends with 5.",
                "(default: as long as all orders may take, and a minute)"
            })
    private Optional<Duration> waitTimeout = Optional.empty();

    @Option(
            names = "--withdraw-on-interrupt",
            description =
                    "With --wait: Ctrl-C also withdraws what has no final record yet, and waits for that for up to"
                            + " 10 s. Without it requests go on.")
    private boolean withdrawOnInterrupt;

    @Option(names = "--json", description = "Answer in JSON, an object per event: sent, placed, resent, code, outcome.")
    private boolean json;

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        List<Outgoing<VerificationRequest>> requests = requests();
        StopSignal stop = listenForStop();
        if (!wait) {
            send(cluster, requests, stop).checkComplete();
            return ExitCode.OK;
        }
        try (ResultWait results = ResultWait.open(cluster)) {
            Sending sending = send(cluster, requests, stop);
            if (!stop.isRequested() || sending.sent().isEmpty()) {
                sending.checkComplete();
            }
            ExitCode waited = await(cluster, results, sending.sent(), stop);
            sending.checkComplete();
            return waited;
        }
    }

    private List<Outgoing<VerificationRequest>> requests() {
        if (waitTimeout.isPresent() && !wait) {
            throw usageError("--wait-timeout: expected together with --wait");
        }
        if (withdrawOnInterrupt && !wait) {
            throw usageError("--withdraw-on-interrupt: expected together with --wait");
        }
        if (file.isGivenWithoutFile()) {
            throw usageError("--format, --skip-bad: expected together with --file");
        }
        if (file.isGiven() && arguments.isGiven()) {
            throw usageError("--file: expected without options that describe a request, for the file does that");
        }
        try {
            return file.isGiven() ? fromFile() : arguments.requests();
        } catch (IllegalArgumentException wrong) {
            throw usageError(String.valueOf(wrong.getMessage()));
        }
    }

    private List<Outgoing<VerificationRequest>> fromFile() {
        RequestFile read = file.read();
        int bad = read.problems().size();
        output().problems(read.problems());
        output().ignored(read.ignored());
        if (bad > 0 && !file.skipBad()) {
            throw new CommandFailedException(
                    ExitCode.USAGE,
                    "nothing was sent: " + bad + " of " + (bad + read.requests().size())
                            + " requests are wrong (--skip-bad sends the others)");
        }
        if (read.requests().isEmpty()) {
            throw new CommandFailedException(ExitCode.USAGE, "nothing was sent: the file holds no request");
        }
        return read.requests();
    }

    private Sending send(Cluster cluster, List<Outgoing<VerificationRequest>> requests, StopSignal stop) {
        SendReport report;
        try (Producer<String, VerificationRequest> producer = cluster.producer(Topics.REQUESTS);
                ProgressLine progress = progress(requests.size())) {
            report = new RecordSender<>(producer, Topics.REQUESTS).send(requests, progress::step, stop::isRequested);
        }
        Set<String> unsent = Set.copyOf(report.unsent());
        List<Outgoing<VerificationRequest>> sent = requests.stream()
                .filter(request -> !unsent.contains(request.requestId()))
                .toList();
        if (!sent.isEmpty()) {
            output().sent(sent, !file.isGiven(), !wait);
        }
        output().problems(report.unsent().stream().map(id -> "not sent: " + id).toList());
        return new Sending(sent, requests.size(), report.reason());
    }

    private ProgressLine progress(int steps) {
        if (file.isGiven() && Terminals.isStandardError()) {
            return ProgressLine.inTerminal(err(), "sending", steps);
        }
        return file.progress() ? ProgressLine.asLines(err(), "sending", steps) : ProgressLine.hidden();
    }

    private ExitCode await(
            Cluster cluster, ResultWait results, List<Outgoing<VerificationRequest>> requests, StopSignal stop) {
        Duration atMost = waitTimeout.orElseGet(() -> ResultWait.enoughFor(requests));
        List<String> ids = requests.stream().map(Outgoing::requestId).toList();
        WaitSummary summary;
        try (ProgressLine progress = waiting(requests.size())) {
            Consumer<WaitEvent> told = event -> tell(event, requests.size() > 1, progress);
            summary = results.await(ids, atMost, stop::isRequested, told);
            if (stop.isRequested() && withdrawOnInterrupt && !summary.open().isEmpty()) {
                withdraw(cluster, summary.open());
                summary = summary.then(results.await(summary.open(), WITHDRAWAL_SEEN_WITHIN, () -> false, told));
            }
        }
        if (!summary.open().isEmpty()) {
            hintAt(summary.open(), atMost, stop);
        }
        return exitCode(summary);
    }

    private static void withdraw(Cluster cluster, List<String> open) {
        try {
            SentCommands.send(cluster, open, VerificationCommand.withdraw(), id -> {});
        } catch (KafkaException failure) {
            throw new CommandFailedException(
                    ExitCode.FAILURE,
                    "not withdrawn: " + String.join(" ", open) + " (" + failure.getMessage() + ")",
                    failure);
        }
    }

    private ProgressLine waiting(int steps) {
        return steps == 1 || json ? ProgressLine.hidden() : ProgressLine.forPeople(err(), "waiting", steps);
    }

    private void tell(WaitEvent event, boolean withId, ProgressLine progress) {
        progress.beside(() -> output().event(event, withId));
        if (event instanceof WaitEvent.Ended) {
            progress.step();
        }
    }

    private void hintAt(List<String> open, Duration atMost, StopSignal stop) {
        String why = stop.isRequested() ? "stopped waiting" : "no answer within " + DurationText.format(atMost);
        if (stop.isRequested() && withdrawOnInterrupt) {
            err().println("otpstream: withdrawn, but without a final record so far: " + String.join(" ", open));
            return;
        }
        String what = open.size() == 1
                ? "the request goes on: 'otpstream withdraw " + open.getFirst() + "' ends it, 'otpstream results --id "
                        + open.getFirst() + " --follow' shows what comes"
                : open.size()
                        + " requests go on: 'otpstream withdraw ID...' ends them, 'otpstream results --follow' shows"
                        + " what comes";
        err().println("otpstream: " + why + "; " + what);
    }

    private static ExitCode exitCode(WaitSummary summary) {
        if (!summary.open().isEmpty()) {
            return ExitCode.WAIT_TIMED_OUT;
        }
        if (summary.withoutCode().isEmpty()) {
            return ExitCode.OK;
        }
        Set<Outcome> outcomes = EnumSet.copyOf(summary.withoutCode());
        return outcomes.size() == 1 ? ExitCode.of(outcomes.iterator().next()) : ExitCode.NO_CODE;
    }

    private RequestOutput output() {
        return new RequestOutput(out(), err(), json);
    }
}
