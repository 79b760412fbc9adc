package io.otpstream.app.cli;

import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.app.costs.CostsReader;
import io.otpstream.app.costs.CostsText;
import io.otpstream.dashboard.costs.CostQuery;
import io.otpstream.dashboard.costs.CostReport;
import io.otpstream.dashboard.costs.CostReportCsv;
import io.otpstream.dashboard.costs.CostReportJson;
import io.otpstream.dashboard.costs.InvalidParameterException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otpstream costs}. */
@Command(
        name = "costs",
        description = {
            "Show where the money went: what orders cost that were placed within some hours, what of it was given back,"
                    + " what is locked in open orders, and what became of the balance. Times are widened to whole hours."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream costs                                  Today (UTC) by country.",
            "  otpstream costs --by label --from 2026-03-01 --to 2026-03-31",
            "  otpstream costs --by tenant --from 2026-03-01T08:00:00Z --csv",
            "  otpstream costs --json                           One object: by, from, to, groups, total, balance.",
            "",
            "SPENT is gone for good, late codes among it; UNUSED is what of the refunds was for orders that",
            "nobody had texted; IN DOUBT may have been charged beside all this. FROM is 'charged' where the",
            "API said what it charged, 'catalog' where the price comes from its catalogue, 'mixed' for both."
        })
public final class CostsCommand extends KafkaSubcommand {

    @Option(
            names = "--by",
            paramLabel = "label|tenant|country|platform",
            description = "What to split by; an order with several labels counts under each (default: country).")
    private @Nullable String by;

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "RFC 3339 instant, or a date (UTC) from its beginning (default: the day of --to).")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "RFC 3339 instant, or a date (UTC) to its end (default: now).")
    private @Nullable String to;

    @ArgGroup(exclusive = true)
    private final Format format = new Format();

    /** How the answer is written; the default is a table. */
    private static final class Format {

        @Option(names = "--csv", description = "Answer in CSV with a header (RFC 4180), without the balance.")
        private boolean csv;

        @Option(names = "--json", description = "Answer in JSON, one object.")
        private boolean json;
    }

    @Override
    ExitCode execute(OtpstreamConfig config, Cluster cluster) {
        Instant now = Instant.now();
        CostQuery query = query(now);
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, CostsReader.TOPICS)) {
            print(CostReport.of(query, CostsReader.load(reader), now));
        }
        return ExitCode.OK;
    }

    private CostQuery query(Instant now) {
        try {
            return CostQuery.parse(by, from, to, now);
        } catch (InvalidParameterException wrong) {
            throw usageError("--" + wrong.getMessage());
        }
    }

    private void print(CostReport report) {
        if (format.csv) {
            out().print(CostReportCsv.write(report));
        } else if (format.json) {
            out().println(CostReportJson.write(report));
        } else {
            CostsText.lines(report).forEach(out()::println);
        }
        out().flush();
    }
}
