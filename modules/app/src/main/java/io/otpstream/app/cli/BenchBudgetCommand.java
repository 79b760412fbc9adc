package io.otpstream.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.otpstream.app.bench.BudgetReport;
import io.otpstream.app.bench.RealBudget;
import io.otpstream.app.files.Directories;
import io.otpstream.benchmarks.budget.BudgetFigures;
import io.otpstream.benchmarks.simulation.VirtualBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otpstream bench budget}. */
@Command(
        name = "budget",
        description = {
            "Measure how many verifications 300 requests a minute give: with the algorithm of the vendor's guide, and with",
            "the pipeline, on the same terms and the same seed. First over four hours of virtual time, then in real time",
            "with a broker and the pipeline as processes. Ends with 1 if the two differ by more than 10 %."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream bench budget --virtual-only",
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

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            description = "Where the processes' logs and states are kept (default: only if something went wrong).")
    private Optional<Path> logs = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there too, as JSON.")
    private Optional<Path> json = Optional.empty();

    @Override
    protected ExitCode execute() throws IOException, InterruptedException, ExecutionException {
        if (minutes < 1) {
            throw usageError("--minutes: expected 1 or more");
        }
        // In virtual time the pipeline is in this process, and would tell what it tells its operators.
        if (LoggerFactory.getLogger("io.otpstream.streams") instanceof Logger streams) {
            streams.setLevel(Level.WARN);
        }
        BudgetFigures virtual = VirtualBudget.run(seed, WARM_UP, MEASURED);
        BudgetReport report = new BudgetReport(seed, virtual, Optional.empty());
        if (!virtualOnly) {
            tell(report.lines());
            report = new BudgetReport(seed, virtual, Optional.of(measureReally()));
        }
        tell(report.lines());
        report.disagreements().forEach(sentence -> out().println("differs by more than 10 %: " + sentence));
        if (json.isPresent()) {
            Files.writeString(json.get(), report.json() + System.lineSeparator());
        }
        return report.disagreements().isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
    }

    private BudgetFigures measureReally() throws IOException, InterruptedException, ExecutionException {
        Path directory =
                logs.isPresent() ? Files.createDirectories(logs.get()) : Files.createTempDirectory("otpstream-budget-");
        boolean done = false;
        try {
            BudgetFigures figures = RealBudget.run(seed, Duration.ofMinutes(minutes), directory);
            done = true;
            return figures;
        } finally {
            if (done && logs.isEmpty()) {
                Directories.delete(directory);
            } else {
                err().println("logs and states are in " + directory);
            }
        }
    }

    private void tell(List<String> lines) {
        lines.forEach(out()::println);
        out().flush();
    }
}
