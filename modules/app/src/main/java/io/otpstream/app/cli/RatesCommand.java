package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.rates.RateView;
import io.otpstream.app.rates.RatesTable;
import io.otpstream.app.text.Terminals;
import io.otpstream.contract.SuccessRates;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otpstream rates}. */
@Command(
        name = "rates",
        description = "Show how orders went so far: success rate with its 95 %% interval, cost, time to the code.",
        footer = {
            "",
            "Examples:",
            "  otpstream rates             The countries with the most orders first.",
            "  otpstream rates --by hour   By the hour in which orders were placed.",
            "  otpstream rates --follow    Again whenever something changes, until Ctrl-C.",
            "  otpstream rates --json      An object per country, with all fields."
        })
public final class RatesCommand extends KafkaSubcommand {

    private static final Duration ONE_POLL = Duration.ofMillis(200);
    private static final String CLEAR_SCREEN = "\u001b[H\u001b[2J";

    @Option(names = "--follow", description = "Show the table again whenever something changes, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = "--by",
            paramLabel = "COLUMN",
            defaultValue = "country",
            converter = OptionConverters.ViewWord.class,
            description = "country, platform (of a country) or hour (of a country).")
    private RateView view = RateView.COUNTRY;

    @Option(names = "--json", description = "Answer in JSON, an object per line.")
    private boolean json;

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, List.of(view.topic()))) {
            RatesTable table = new RatesTable(reader, view);
            table.load();
            print(table, table.rows());
            if (follow) {
                follow(table, listenForStop());
            } else if (table.rows().isEmpty()) {
                err().println("otpstream: no order was placed so far");
            }
        }
        return ExitCode.OK;
    }

    private void follow(RatesTable table, StopSignal stop) {
        String between = Terminals.isStandardOutput() ? CLEAR_SCREEN : System.lineSeparator();
        while (!stop.isRequested() && !out().checkError()) {
            List<SuccessRates> changed = table.update(ONE_POLL);
            if (!changed.isEmpty()) {
                out().print(json ? "" : between);
                print(table, changed);
            }
        }
    }

    private void print(RatesTable table, List<SuccessRates> changed) {
        if (json) {
            changed.forEach(rates -> out().println(RatesTable.jsonLine(rates)));
        } else {
            table.lines().forEach(out()::println);
        }
        out().flush();
    }
}
