package io.otpstream.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.otpstream.app.bench.BenchReport;
import io.otpstream.app.bench.BudgetReport;
import io.otpstream.app.bench.PublishedBudgetReport;
import io.otpstream.app.bench.RealBudget;
import io.otpstream.app.text.ProgressLine;
import io.otpstream.benchmarks.budget.BudgetFigures;
import io.otpstream.benchmarks.budget.PublishedFigures;
import io.otpstream.benchmarks.simulation.VirtualBudget;
import io.otpstream.benchmarks.simulation.VirtualTime;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream bench budget}. */
@Command(
        name = "budget",
        description = {
            "Measure how many verifications 300 requests a minute give: with the algorithm of the vendor's guide, and with"
                    + " the pipeline, on the same terms and the same seed. First over four hours of virtual time, then in real time"
                    + " with a broker and the pipeline as processes. Ends with 1 if the two differ by more than 10 %%, if the pipeline"
                    + " makes less than twice as many, or if its codes are older than 4.5 s on average, or 2.6 s with 10 orders.",
            "In the published dialect it is to make seven times as many, with codes not older than 3 s on average, or 0.5 s"
                    + " where they are pushed, at least four numbers at a time, and nearly all orders with a code finished."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream bench budget --virtual-only",
            "  otpstream bench budget --dialect published",
            "  otpstream bench budget --minutes 30 --json budget.json"
        })
public final class BenchBudgetCommand extends Subcommand {

    private static final Duration WARM_UP = Duration.ofMinutes(30);
    private static final Duration MEASURED = Duration.ofHours(4);

    @Option(
            names = "--virtual-only",
            description = "Leave out the run in real time, which takes at least its minutes and five more.")
    private boolean virtualOnly;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "15",
            description = "How long real time is measured, after a warm-up (default: ${DEFAULT-VALUE}).")
    private long minutes;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of which orders get a code, and when (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private final DialectOption spoken = new DialectOption();

    @Mixin
    private final BenchFiles files = new BenchFiles();

    @Override
    protected ExitCode execute() throws IOException, InterruptedException, ExecutionException {
        if (minutes < 1) {
            throw usageError("--minutes: expected 1 or more");
        }
        // In virtual time the pipeline is in this process, and would tell what it tells its operators.
        if (LoggerFactory.getLogger("io.otpstream.streams") instanceof Logger streams) {
            streams.setLevel(Level.WARN);
        }
        return files.run("budget", this::measure, out());
    }

    private BenchReport measure(Path directory) throws IOException, InterruptedException, ExecutionException {
        return switch (spoken.dialect()) {
            case GUIDE -> measureGuide(directory);
            case PUBLISHED -> measurePublished(directory);
        };
    }

    private BenchReport measurePublished(Path directory) throws IOException, InterruptedException, ExecutionException {
        PublishedFigures virtual =
                inVirtualTime(VirtualBudget.PUBLISHED_CLIENTS, time -> VirtualBudget.runPublished(seed, time));
        PublishedBudgetReport report = new PublishedBudgetReport(seed, virtual, Optional.empty());
        if (virtualOnly) {
            return report;
        }
        tell(report.lines());
        try (ProgressLine progress = realTime()) {
            PublishedFigures real =
                    RealBudget.runPublished(seed, Duration.ofMinutes(minutes), directory, progress::step);
            return new PublishedBudgetReport(seed, virtual, Optional.of(real));
        }
    }

    private BenchReport measureGuide(Path directory) throws IOException, InterruptedException, ExecutionException {
        BudgetFigures virtual = inVirtualTime(VirtualBudget.CLIENTS, time -> VirtualBudget.run(seed, time));
        BudgetReport report = new BudgetReport(seed, virtual, Optional.empty());
        if (virtualOnly) {
            return report;
        }
        tell(report.lines());
        try (ProgressLine progress = realTime()) {
            BudgetFigures real = RealBudget.run(seed, Duration.ofMinutes(minutes), directory, progress::step);
            return new BudgetReport(seed, virtual, Optional.of(real));
        }
    }

    private <F> F inVirtualTime(int clients, Function<VirtualTime, F> bench) {
        long virtualMinutes = clients * WARM_UP.plus(MEASURED).toMinutes();
        try (ProgressLine progress = ProgressLine.forPeople(err(), "virtual time", virtualMinutes)) {
            return bench.apply(new VirtualTime(WARM_UP, MEASURED, progress::step));
        }
    }

    private ProgressLine realTime() {
        return ProgressLine.forPeople(
                err(),
                "real time",
                RealBudget.WARM_UP.plus(Duration.ofMinutes(minutes)).toSeconds());
    }

    private void tell(List<String> lines) {
        lines.forEach(out()::println);
        out().flush();
    }
}
