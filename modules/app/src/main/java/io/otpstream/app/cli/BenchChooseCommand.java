package io.otpstream.app.cli;

import io.otpstream.app.bench.ChoiceReport;
import io.otpstream.benchmarks.choice.VirtualChoice;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream bench choose}. */
@Command(
        name = "choose",
        description = {
            "Measure what it is worth to leave the choice of a country to the pipeline: the same week of requests, in"
                    + " virtual time, with choose = listed, cheapest and best, and for one who knows how good each country is. One"
                    + " of five countries is good and cheap, but for a day and a half. Ends with 1 if best doesn't beat both"
                    + " others in money and time per code, and in codes per order."
        },
        footer = {"", "Examples:", "  otpstream bench choose", "  otpstream bench choose --seed 7 --json choose.json"})
public final class BenchChooseCommand extends Subcommand {

    private static final int FEWEST = 1_000;
    private static final int MOST = 100_000;
    private static final int MOST_WAIT = 1_000_000;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "20000",
            description = "How many requests there are in the week, 1000 to 100000 (default: ${DEFAULT-VALUE}).")
    private int requests;

    @Option(
            names = "--wait-idr-per-minute",
            paramLabel = "IDR",
            defaultValue = "1000",
            description =
                    "What a minute of waiting is worth, see choose.wait.idr.per.minute (default: ${DEFAULT-VALUE}).")
    private int waitIdrPerMinute;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of when requests come, and which orders get a code (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Mixin
    private final BenchOutput output = new BenchOutput();

    @Override
    protected ExitCode execute() throws IOException {
        if (requests < FEWEST || requests > MOST) {
            throw usageError("--requests: expected " + FEWEST + " to " + MOST);
        }
        if (waitIdrPerMinute < 0 || waitIdrPerMinute > MOST_WAIT) {
            throw usageError("--wait-idr-per-minute: expected 0 to " + MOST_WAIT);
        }
        return output.tell(new ChoiceReport(seed, VirtualChoice.run(seed, requests, waitIdrPerMinute)), out());
    }
}
