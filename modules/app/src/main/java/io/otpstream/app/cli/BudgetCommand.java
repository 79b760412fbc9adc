package io.otpstream.app.cli;

import io.otpstream.app.budget.BudgetJson;
import io.otpstream.app.budget.BudgetNews;
import io.otpstream.app.budget.BudgetText;
import io.otpstream.app.budget.FleetState;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.control.PauseText;
import io.otpstream.app.control.PausedOrders;
import io.otpstream.app.text.Terminals;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otpstream budget}. */
@Command(
        name = "budget",
        description = {
            "Show how the pipelines share the requests that the API token allows: what each one has, uses and has to do,"
                    + " how many requests wait, and how long it takes to serve them. An idle pipeline says nothing of itself."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream budget            How it is now.",
            "  otpstream budget --follow   Every second, until Ctrl-C.",
            "  otpstream budget --json     One object: at, idle, last_heard_at, divided_by, limit_per_minute,",
            "                              sent_last_minute {total, create, look, cancel, control},",
            "                              waiting_interactive, waiting_batch, oldest_wait_seconds,",
            "                              creates_per_minute, clear_seconds, processes, a list of the same for",
            "                              each, with its permits, clock, pauses and looks, and orders_paused, a",
            "                              list of what 'otpstream pause' has said."
        })
public final class BudgetCommand extends KafkaSubcommand {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration ONE_POLL = Duration.ofMillis(200);
    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

    @Option(names = "--follow", description = "Show it again every second, until Ctrl-C.")
    private boolean follow;

    @Option(names = "--json", description = "Answer in JSON, an object per line.")
    private boolean json;

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        Instant since = Instant.now().minus(BudgetNews.WORTH_READING);
        try (TopicReader reader = cluster.readerSince(since, BudgetNews.TOPICS)) {
            BudgetNews news = new BudgetNews();
            reader.readToEnd(news::accept);
            try (TopicReader controls = PausedOrders.open(cluster)) {
                PausedOrders paused = new PausedOrders();
                controls.readToEnd(paused::accept);
                print(news.state(Instant.now()), paused);
                if (follow) {
                    follow(reader, news, controls, paused, listenForStop());
                }
            }
        }
        return ExitCode.OK;
    }

    private void follow(
            TopicReader reader, BudgetNews news, TopicReader controls, PausedOrders paused, StopSignal stop) {
        String between = Terminals.isStandardOutput() ? CLEAR_SCREEN : System.lineSeparator();
        long next = System.nanoTime() + EVERY.toNanos();
        while (!stop.isRequested() && !out().checkError()) {
            reader.poll(ONE_POLL).forEach(news::accept);
            controls.poll(Duration.ZERO).forEach(paused::accept);
            if (System.nanoTime() - next >= 0) {
                next += EVERY.toNanos();
                out().print(json ? "" : between);
                print(news.state(Instant.now()), paused);
            }
        }
    }

    private void print(FleetState fleet, PausedOrders paused) {
        if (json) {
            out().println(BudgetJson.line(fleet).with("orders_paused", pauses(paused)));
        } else {
            paused.all().forEach((application, pause) -> out().println(PauseText.line(application, pause)));
            BudgetText.lines(fleet).forEach(out()::println);
        }
        out().flush();
    }

    private static List<?> pauses(PausedOrders paused) {
        return paused.all().entrySet().stream()
                .map(each -> PauseText.fields(each.getKey(), Optional.of(each.getValue())))
                .toList();
    }
}
