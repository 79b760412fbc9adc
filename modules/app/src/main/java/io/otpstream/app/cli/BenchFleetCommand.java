package io.otpstream.app.cli;

import io.otpstream.app.bench.BenchReport;
import io.otpstream.app.bench.Fleet;
import io.otpstream.app.bench.FleetSettings;
import io.otpstream.app.bench.Narration;
import io.otpstream.app.text.ProgressLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream bench fleet}. */
@Command(
        name = "fleet",
        description = {
            "Measure how much of the token's 300 requests a minute fleets of instances use while requests wait, 90 %% of"
                    + " them on one partition, beside a static split by partitions. In fleets of two and more the instance with"
                    + " that partition is killed -9 midway, and another one comes. Broker, simulator and instances are processes,"
                    + " at the speed of the real API: all sizes together take some 40 minutes. Ends with 1 if a fleet uses less"
                    + " than 97 %% on average or 95 %% in a full minute, or more than 300 in any 60 s, or gets a 429."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream bench fleet --json fleet.json",
            "  otpstream bench fleet --sizes 2 --minutes 2"
        })
public final class BenchFleetCommand extends Subcommand {

    private static final int MOST_INSTANCES = 6;
    private static final int MOST_MINUTES = 30;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "4",
            description = "Full minutes that are measured of each size (default: ${DEFAULT-VALUE}).")
    private int minutes;

    @Option(
            names = "--sizes",
            paramLabel = "N",
            split = ",",
            defaultValue = "1,2,3",
            description = "How many instances; several with commas (default: ${DEFAULT-VALUE}).")
    private List<Integer> sizes = List.of();

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
        if (minutes < 1 || minutes > MOST_MINUTES) {
            // The simulator remembers an hour of requests.
            throw usageError("--minutes: expected 1 to " + MOST_MINUTES);
        }
        if (sizes.stream().anyMatch(size -> size < 1 || size > MOST_INSTANCES)) {
            throw usageError("--sizes: expected 1 to " + MOST_INSTANCES + ", for there are as many partitions");
        }
        FleetSettings settings = new FleetSettings(minutes, seed, sizes);
        return files.run("fleet", directory -> run(settings, directory), out());
    }

    private BenchReport run(FleetSettings settings, Path directory)
            throws IOException, InterruptedException, ExecutionException {
        try (ProgressLine progress = ProgressLine.forPeople(err(), "fleet", settings.runs())) {
            return new Fleet(settings, directory, new Narration(out(), progress)).run();
        }
    }
}
