package io.otpstream.app.cli;

import io.otpstream.app.bench.Chaos;
import io.otpstream.app.bench.ChaosReport;
import io.otpstream.app.bench.ChaosSettings;
import io.otpstream.app.files.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code otpstream bench chaos}. */
@Command(
        name = "chaos",
        description = {
            "Kill instances of the pipeline -9 at random moments while requests come in, and compare in the end what the",
            "topics say with the vendor's ledger. Broker, simulator and two instances are processes, ten times as fast as",
            "real. Ends with 1 if something was lost, doubled, or cannot be explained."
        },
        footer = {"", "Examples:", "  otpstream bench chaos --requests 1000 --kills 20 --seed 7 --json chaos.json"})
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

    @Option(
            names = "--dialect",
            paramLabel = "WORD",
            defaultValue = "guide",
            description = "The API's dialect; there is guide only (default: ${DEFAULT-VALUE}).")
    private String dialect = "";

    @Option(
            names = "--logs",
            paramLabel = "DIR",
            description = "Where the processes' logs and states are kept (default: only if something went wrong).")
    private Optional<Path> logs = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there too, as JSON.")
    private Optional<Path> json = Optional.empty();

    @Override
    protected ExitCode execute() throws IOException, InterruptedException, ExecutionException {
        if (requests < 1 || kills < 0) {
            throw usageError("--requests, --kills: expected at least 1 request and 0 kills");
        }
        if (!dialect.equals("guide")) {
            throw usageError("--dialect: expected guide");
        }
        Path directory =
                logs.isPresent() ? Files.createDirectories(logs.get()) : Files.createTempDirectory("otpstream-chaos-");
        ChaosReport report = new Chaos(new ChaosSettings(requests, kills, seed), directory, out()).run();
        report.violations().forEach(violation -> out().println("wrong: " + violation));
        if (logs.isEmpty() && report.violations().isEmpty()) {
            Directories.delete(directory);
        } else {
            out().println("logs and states are in " + directory);
        }
        out().println(report.line());
        if (json.isPresent()) {
            Files.writeString(json.get(), report.json() + System.lineSeparator());
        }
        return report.violations().isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
    }
}
