package io.otpstream.app.cli;

import io.otpstream.app.bench.BenchReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every bench that starts processes: where their logs go, and where the figures. */
final class BenchFiles {

    private static final String KEPT = "logs and states are in ";

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            description = "Where the processes' logs and states are kept (default: only if something went wrong).")
    private Optional<Path> logs = Optional.empty();

    @Mixin
    private final BenchOutput output = new BenchOutput();

    /** Something that runs in a directory. */
    @FunctionalInterface
    interface Bench {
        BenchReport run(Path directory) throws IOException, InterruptedException, ExecutionException;
    }

    /** Runs it and says what it came to: a failure where something did not hold. */
    ExitCode run(String name, Bench bench, PrintWriter out)
            throws IOException, InterruptedException, ExecutionException {
        if (logs.isPresent()) {
            Path directory = Files.createDirectories(logs.get());
            BenchReport report = bench.run(directory);
            out.println(KEPT + directory);
            return output.tell(report, out);
        }
        Workplace workplace = Workplace.open(name);
        BenchReport report = run(workplace, bench, out);
        if (report.violations().isEmpty()) {
            workplace.delete();
        } else {
            workplace.keep();
            out.println(KEPT + workplace.directory());
        }
        return output.tell(report, out);
    }

    private static BenchReport run(Workplace workplace, Bench bench, PrintWriter out)
            throws IOException, InterruptedException, ExecutionException {
        boolean done = false;
        try {
            BenchReport report = bench.run(workplace.directory());
            done = true;
            return report;
        } finally {
            if (!done) {
                workplace.keep();
                out.println(KEPT + workplace.directory());
            }
        }
    }
}
