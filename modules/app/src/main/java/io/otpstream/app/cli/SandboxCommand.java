package io.otpstream.app.cli;

import io.otpstream.app.cli.OptionConverters.Port;
import io.otpstream.app.local.LocalStack;
import io.otpstream.app.local.LocalStackSettings;
import io.otpstream.simulator.Simulator;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream sandbox}: what a tester runs beside an application. */
@Command(
        name = "sandbox",
        description = "Run a Kafka broker, a simulated SMSCode API and the pipeline in one process until Ctrl-C.",
        footer = {
            "",
            "Examples:",
            "  otpstream sandbox",
            "  otpstream sandbox --broker-port 0 --simulator-port 0 --speed 10",
            "  otpstream sandbox --dialect published",
            "",
            "Let your application text the number it was given, and the code arrives on the topic:",
            "  curl -d '{\"to\":\"+62...\",\"text\":\"Your code is 847291\"}' http://127.0.0.1:8080/simulator/sms"
        })
public final class SandboxCommand extends Subcommand {

    private static final double SPEED = 1;

    @Option(
            names = "--broker-port",
            converter = Port.class,
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "0 for any free one (default: ${DEFAULT-VALUE}).")
    private int brokerPort;

    @Option(
            names = "--simulator-port",
            converter = Port.class,
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "0 for any free one (default: ${DEFAULT-VALUE}).")
    private int simulatorPort;

    @Mixin
    private final DialectOption spoken = new DialectOption();

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same codes and delays.")
    private Optional<Long> seed = Optional.empty();

    @Override
    protected ExitCode execute() throws InterruptedException {
        StopSignal stop = listenForStop();
        try (LocalStack stack = LocalStack.start(settings())) {
            out().println("sandbox ready");
            out().println("  Kafka        " + stack.bootstrapServers());
            out().println("  API          " + stack.simulator().baseUri() + " with token " + Simulator.TOKEN);
            out().println("  dashboard    " + stack.dashboard());
            out().println("  texts        POST " + stack.simulator().controlUri() + "/sms {\"to\", \"text\"}");
            out().println("               (platform 903 gets no code but yours; 1 to 5 also get made-up ones)");
            out().println("  ledger       " + stack.simulator().controlUri() + "/ledger");
            out().println("  try          otpstream request --bootstrap-servers " + stack.bootstrapServers()
                    + " --platform 1 --country 6 --wait");
            out().flush();
            RunningPipeline.untilStopped(stack.pipeline(), stop);
        }
        return ExitCode.OK;
    }

    private LocalStackSettings settings() {
        try {
            return new LocalStackSettings(spoken.dialect(), brokerPort, simulatorPort, SPEED, seed, givenSettings());
        } catch (IllegalArgumentException wrong) {
            throw usageError(String.valueOf(wrong.getMessage()));
        }
    }
}
