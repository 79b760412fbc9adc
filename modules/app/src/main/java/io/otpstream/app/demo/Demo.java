package io.otpstream.app.demo;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.Outgoing;
import io.otpstream.app.cluster.RecordSender;
import io.otpstream.app.cluster.SendReport;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.config.Speed;
import io.otpstream.app.local.LocalStack;
import io.otpstream.app.rates.RateView;
import io.otpstream.app.rates.RatesTable;
import io.otpstream.app.results.ResultTally;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationRequest;
import io.otpstream.simulator.vendor.Delivery;
import io.otpstream.simulator.vendor.Ledger;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;

/** Sends requests through a local stack, shows what happens, and reckons up. For one thread. */
public final class Demo {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration GLANCE = Duration.ofMillis(100);
    private static final Duration COUNTED_WITHIN = Duration.ofSeconds(10);

    private final LocalStack stack;
    private final PrintWriter out;
    private final boolean terminal;
    private final BooleanSupplier stopped;

    /**
     * A demo that hasn't begun.
     *
     * @param stack stays the caller's
     * @param terminal whether a person sees {@code out}
     * @param stopped whether somebody wants the demo to end early
     */
    public Demo(LocalStack stack, PrintWriter out, boolean terminal, BooleanSupplier stopped) {
        this.stack = stack;
        this.out = out;
        this.terminal = terminal;
        this.stopped = stopped;
    }

    /** Runs it, and returns the reckoning when every request has its final record, or had time enough to get one. */
    public DemoReport run(int count) {
        List<Outgoing<VerificationRequest>> requests = DemoPlan.requests(count);
        List<String> ids = requests.stream().map(Outgoing::requestId).toList();
        Cluster cluster = stack.cluster();
        try (TopicReader results = cluster.reader(StartAt.BEGINNING, ResultTally.TOPICS)) {
            send(cluster, requests);
            watch(results, ids);
        }
        ResultTally tally = new ResultTally();
        // Read anew to the end: what counts is what the topics hold, and a duplicate may come last.
        try (TopicReader everything = cluster.reader(StartAt.BEGINNING, ResultTally.TOPICS)) {
            everything.readToEnd(tally::add);
        }
        Ledger.Totals ledger = stack.simulator().ledger().totals();
        showRates(cluster, tally);
        return DemoReport.of(count, tally.lost(ids), tally, ledger, stack.dialect(), pushed());
    }

    private long pushed() {
        return stack.simulator().deliveries().stream()
                .filter(event -> event.state() == Delivery.State.DELIVERED)
                .count();
    }

    private static void send(Cluster cluster, List<Outgoing<VerificationRequest>> requests) {
        try (Producer<String, VerificationRequest> producer = cluster.producer(Topics.REQUESTS)) {
            SendReport report = new RecordSender<>(producer, Topics.REQUESTS).send(requests, () -> {});
            if (!report.unsent().isEmpty()) {
                throw new IllegalStateException(report.unsent().size() + " requests were not sent: " + report.reason());
            }
        }
    }

    private void watch(TopicReader results, List<String> ids) {
        Speed speed = stack.config().speed();
        DemoScreen screen = new DemoScreen(out, terminal, stack.config().api().rateLimitPerMinute());
        BudgetGauge budget = new BudgetGauge(speed.shorten(MINUTE));
        ResultTally tally = new ResultTally();
        long deadline =
                System.nanoTime() + speed.shorten(DemoPlan.atMost(ids.size())).toNanos();
        while (!isOver(tally, ids) && System.nanoTime() - deadline < 0 && !stopped.getAsBoolean()) {
            results.poll(GLANCE).forEach(tally::add);
            screen.show(tally, ids.size(), budget.update(stack.pipeline().apiRequests(), System.nanoTime()));
        }
        screen.done();
    }

    /** The last cancels may still be under way when the last final record is there. */
    private boolean isOver(ResultTally tally, List<String> ids) {
        return tally.hasAll(ids)
                && tally.inFlight() == 0
                && stack.simulator().ledger().totals().liveOrders() == 0;
    }

    private void showRates(Cluster cluster, ResultTally tally) {
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, List.of(RateView.COUNTRY.topic()))) {
            RatesTable table = new RatesTable(reader, RateView.COUNTRY);
            table.load();
            long deadline = System.nanoTime() + COUNTED_WITHIN.toNanos();
            // The table is a sub-topology further down than the results.
            while (ended(table) < tally.ended() && System.nanoTime() - deadline < 0) {
                table.update(GLANCE);
            }
            out.println();
            table.lines(stack.config().speed().factor()).forEach(out::println);
            out.println();
            out.flush();
        }
    }

    private static long ended(RatesTable table) {
        return table.rows().stream().mapToLong(SuccessRates::ended).sum();
    }
}
