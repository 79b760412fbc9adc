package io.otpstream.app.cli;

import io.otpstream.app.bench.BenchReport;
import io.otpstream.app.files.Directories;
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
        Path directory = logs.isPresent()
                ? Files.createDirectories(logs.get())
                : Files.createTempDirectory("otpstream-" + name + "-");
        BenchReport report = bench.run(directory);
        if (logs.isEmpty() && report.violations().isEmpty()) {
            Directories.delete(directory);
        } else {
            out.println("logs and states are in " + directory);
        }
        return output.tell(report, out);
    }
}
