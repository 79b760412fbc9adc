package io.otpstream.app.cli;

import io.otpstream.app.bench.BenchReport;
import io.otpstream.app.bench.Chaos;
import io.otpstream.app.bench.ChaosSettings;
import io.otpstream.app.bench.Narration;
import io.otpstream.app.text.ProgressLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream bench chaos}. */
@Command(
        name = "chaos",
        description = {
            "Kill instances of the pipeline -9 at random moments while requests come in, and compare in the end what the"
                    + " topics say with the vendor's ledger. Broker, simulator and two instances are processes, ten times as fast as"
                    + " real. Ends with 1 if something was lost, doubled, or cannot be explained.",
            "In the published dialect a quarter of all creates take effect without a readable answer as well."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream bench chaos --requests 1000 --kills 20 --seed 7 --json chaos.json",
            "  otpstream bench chaos --dialect published"
        })
public final class BenchChaosCommand extends Subcommand {

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int requests;

    @Option(
            names = "--kills",
            paramLabel = "N",
            defaultValue = "20",
            description = "How often an instance is killed, once both together (default: ${DEFAULT-VALUE}).")
    private int kills;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of requests, kills, texts and simulator (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private final DialectOption spoken = new DialectOption();

    @Mixin
    private final BenchFiles files = new BenchFiles();

    @Override
    protected ExitCode execute() throws IOException, InterruptedException, ExecutionException {
        if (requests < 1 || kills < 0) {
            throw usageError("--requests, --kills: expected at least 1 request and 0 kills");
        }
        ChaosSettings settings = new ChaosSettings(spoken.dialect(), requests, kills, seed);
        return files.run("chaos", directory -> run(settings, directory), out());
    }

    private BenchReport run(ChaosSettings settings, Path directory)
            throws IOException, InterruptedException, ExecutionException {
        try (ProgressLine progress = ProgressLine.forPeople(err(), "chaos", requests + kills)) {
            return new Chaos(settings, directory, new Narration(out(), progress)).run();
        }
    }
}
