package io.otpstream.app.cli;

import io.otpstream.app.demo.Demo;
import io.otpstream.app.demo.DemoReport;
import io.otpstream.app.local.LocalStack;
import io.otpstream.app.local.LocalStackSettings;
import io.otpstream.app.text.Terminals;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream demo}: the first thing that a new user runs. */
@Command(
        name = "demo",
        description = {
            "Show the main job in one process: a Kafka broker, a simulated SMSCode API and the pipeline.",
            "Needs nothing, costs nothing, and ends with 0 only if nothing was lost or doubled and the spend"
                    + " is what the vendor's ledger says. Ten times as fast as real unless --speed says otherwise."
        },
        footer = {
            "",
            "Examples:",
            "  otpstream demo",
            "  otpstream demo --requests 200 --speed 20 --json demo.json",
            "  otpstream demo --dialect published         Numbers bought by several, codes pushed.",
            "  otpstream demo --requests 300 --stay"
        })
public final class DemoCommand extends Subcommand {

    private static final int MOST_REQUESTS = 10_000;
    private static final double SPEED = 10;

    @Option(
            names = "--requests",
            paramLabel = "N",
            defaultValue = "40",
            description = "How many (default: ${DEFAULT-VALUE}).")
    private int requests;

    @Mixin
    private final DialectOption spoken = new DialectOption();

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same codes and delays.")
    private Optional<Long> seed = Optional.empty();

    @Option(names = "--json", paramLabel = "FILE", description = "Write the last line's figures there too, as JSON.")
    private Optional<Path> json = Optional.empty();

    @Option(
            names = "--stay",
            description = "Keep everything running afterwards, until Ctrl-C: to look at the dashboard.")
    private boolean stay;

    @Override
    protected ExitCode execute() throws IOException, InterruptedException {
        if (requests < 1 || requests > MOST_REQUESTS) {
            throw usageError("--requests: expected 1 to " + MOST_REQUESTS);
        }
        if (json.isPresent()) {
            createForJson(json.get());
        }
        StopSignal stop = listenForStop();
        out().println("starting a broker, a simulated API and the pipeline in this process");
        out().flush();
        DemoReport report;
        try (LocalStack stack = LocalStack.start(settings())) {
            out().println("dashboard: " + stack.dashboard());
            out().printf(
                            "sending %d requests; the simulated world runs %s times as fast as the real one%n",
                            requests, speed(stack));
            report = new Demo(stack, out(), Terminals.isStandardOutput(), stop::isRequested).run(requests);
            if (stop.isRequested()) {
                throw new CommandFailedException(
                        ExitCode.INTERRUPTED, "the demo was interrupted: there is no reckoning");
            }
            out().println(report.line());
            if (json.isPresent()) {
                Files.writeString(json.get(), report.json() + System.lineSeparator());
            }
            if (stay) {
                out().println("the dashboard stays until Ctrl-C");
                out().flush();
                RunningPipeline.untilStopped(stack.pipeline(), stop);
            }
        }
        return report.isClean() ? ExitCode.OK : ExitCode.FAILURE;
    }

    /** At once, and not when the demo is over. */
    private void createForJson(Path file) {
        try {
            Files.writeString(file, "");
        } catch (IOException e) {
            throw usageError("--json: expected a file that can be written, but " + file + " can't be");
        }
    }

    private LocalStackSettings settings() {
        try {
            return new LocalStackSettings(spoken.dialect(), 0, 0, SPEED, seed, givenSettings());
        } catch (IllegalArgumentException wrong) {
            throw usageError(String.valueOf(wrong.getMessage()));
        }
    }

    private static String speed(LocalStack stack) {
        String factor = Double.toString(stack.config().speed().factor());
        return factor.endsWith(".0") ? factor.substring(0, factor.length() - 2) : factor;
    }
}
