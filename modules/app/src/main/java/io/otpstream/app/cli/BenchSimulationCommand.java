package io.otpstream.app.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import io.otpstream.app.text.JsonLine;
import io.otpstream.app.text.ProgressLine;
import io.otpstream.benchmarks.simulation.Simulation;
import io.otpstream.benchmarks.simulation.SimulationResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream bench simulation}. */
@Command(
        name = "simulation",
        description = {
            "Run the pipeline under a virtual clock on a model of Kafka and of the API, with seeded faults, and check"
                    + " after each run what must hold. Ends with 1 if something did not; the seed gives the same run again."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream bench simulation --seeds 100000",
            "  otpstream bench simulation --dialect published --seeds 20000",
            "  otpstream bench simulation --first 27042 --seeds 1"
        })
public final class BenchSimulationCommand extends Subcommand {

    private static final int MOST_SHOWN = 20;

    @Option(
            names = "--seeds",
            paramLabel = "N",
            defaultValue = "100000",
            description = "How many runs (default: ${DEFAULT-VALUE}).")
    private long seeds;

    @Option(
            names = "--first",
            paramLabel = "SEED",
            defaultValue = "1",
            description = "The first seed; the others follow it (default: ${DEFAULT-VALUE}).")
    private long first;

    @Mixin
    private final DialectOption spoken = new DialectOption();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there too, as JSON.")
    private Optional<Path> json = Optional.empty();

    @Override
    protected ExitCode execute() throws IOException {
        if (seeds < 1) {
            throw usageError("--seeds: expected 1 or more");
        }
        // Orders stop and go on in every run, and each would say so.
        if (LoggerFactory.getLogger("io.otpstream.streams") instanceof Logger streams) {
            streams.setLevel(Level.OFF);
        }
        LongAdder requests = new LongAdder();
        LongAdder orders = new LongAdder();
        LongAdder disruptions = new LongAdder();
        LongAdder inDoubt = new LongAdder();
        LongAdder orphaned = new LongAdder();
        long start = System.nanoTime();
        List<SimulationResult> failures;
        try (ProgressLine progress = ProgressLine.forPeople(err(), "simulation", seeds)) {
            failures = LongStream.range(first, first + seeds)
                    .parallel()
                    .mapToObj(seed -> Simulation.run(seed, spoken.dialect()))
                    .peek(result -> {
                        progress.step();
                        requests.add(result.requests());
                        orders.add(result.orders());
                        disruptions.add(result.disruptions());
                        inDoubt.add(result.inDoubt());
                        orphaned.add(result.orphaned());
                    })
                    .filter(result -> !result.violations().isEmpty())
                    .toList();
        }
        double perSecond = seeds / ((System.nanoTime() - start) / 1e9);
        failures.stream().limit(MOST_SHOWN).forEach(failure -> out().println(
                        "seed " + failure.seed() + ": " + failure.violations()));
        out().println(String.format(
                Locale.ROOT,
                "simulation: %d runs, %d broken; %d requests, %d orders, %d changes of owner, %d in doubt, %d orphaned;"
                        + " %.0f runs per second",
                seeds,
                failures.size(),
                requests.sum(),
                orders.sum(),
                disruptions.sum(),
                inDoubt.sum(),
                orphaned.sum(),
                perSecond));
        if (json.isPresent()) {
            Files.writeString(
                    json.get(),
                    JsonLine.empty()
                                    .with("runs", seeds)
                                    .with("broken", failures.size())
                                    .with("requests", requests.sum())
                                    .with("orders", orders.sum())
                                    .with("disruptions", disruptions.sum())
                                    .with("in_doubt", inDoubt.sum())
                                    .with("orphaned", orphaned.sum())
                                    .with("runs_per_second", Math.round(perSecond))
                            + System.lineSeparator());
        }
        return failures.isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
    }
}
