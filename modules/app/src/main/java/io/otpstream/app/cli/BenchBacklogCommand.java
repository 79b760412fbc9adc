package io.otpstream.app.cli;

import io.otpstream.app.bench.Backlog;
import io.otpstream.app.bench.BacklogSettings;
import io.otpstream.app.bench.BenchReport;
import io.otpstream.app.bench.Narration;
import io.otpstream.app.text.ProgressLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream bench backlog}. */
@Command(
        name = "backlog",
        description = {
            "Send a large batch at once to one instance with little memory, and then every 2 s a request of somebody who"
                    + " waits: how soon does the number come? Ends with 1 if it takes more than 5 s for more than 5 %% of them, or if"
                    + " the instance dies."
        },
        footer = {"", "Examples:", "  otpstream bench backlog --json backlog.json"})
public final class BenchBacklogCommand extends Subcommand {

    @Option(
            names = "--batch",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many requests of priority batch (default: ${DEFAULT-VALUE}).")
    private int batch;

    @Option(
            names = "--interactive",
            paramLabel = "N",
            defaultValue = "100",
            description = "How many requests of priority interactive (default: ${DEFAULT-VALUE}).")
    private int interactive;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of requests and simulator (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private final BenchFiles files = new BenchFiles();

    @Override
    protected ExitCode execute() throws IOException, InterruptedException, ExecutionException {
        if (batch < 1 || interactive < 1) {
            throw usageError("--batch, --interactive: expected at least 1");
        }
        BacklogSettings settings = new BacklogSettings(batch, interactive, seed);
        return files.run("backlog", directory -> run(settings, directory), out());
    }

    private BenchReport run(BacklogSettings settings, Path directory)
            throws IOException, InterruptedException, ExecutionException {
        try (ProgressLine progress = ProgressLine.forPeople(err(), "backlog", interactive)) {
            return new Backlog(settings, directory, new Narration(out(), progress)).run();
        }
    }
}
