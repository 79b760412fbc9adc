package io.otpstream.app.cli;

import io.otpstream.app.cli.OptionConverters.Port;
import io.otpstream.app.local.LocalStack;
import io.otpstream.app.local.LocalStackSettings;
import io.otpstream.app.text.JsonLine;
import io.otpstream.simulator.Simulator;
import java.util.List;
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
            "  otpstream sandbox --json           One object when it is ready: bootstrap_servers, api_url, token,",
            "                                     dashboard_url, control_url.",
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

    @Mixin
    private final ReadyOption ready = new ReadyOption();

    @Override
    protected ExitCode execute() throws InterruptedException {
        StopSignal stop = listenForStop();
        try (LocalStack stack = LocalStack.start(settings())) {
            ready.say(out(), json(stack), lines(stack));
            RunningPipeline.untilStopped(stack.pipeline(), stop);
        }
        return ExitCode.OK;
    }

    private static JsonLine json(LocalStack stack) {
        return JsonLine.empty()
                .with("bootstrap_servers", stack.bootstrapServers())
                .with("api_url", stack.simulator().baseUri().toString())
                .with("token", Simulator.TOKEN)
                .with("dashboard_url", stack.dashboard().toString())
                .with("control_url", stack.simulator().controlUri().toString());
    }

    private static List<String> lines(LocalStack stack) {
        return List.of(
                "sandbox ready",
                "  Kafka        " + stack.bootstrapServers(),
                "  API          " + stack.simulator().baseUri() + " with token " + Simulator.TOKEN,
                "  dashboard    " + stack.dashboard(),
                "  texts        POST " + stack.simulator().controlUri() + "/sms {\"to\", \"text\"}",
                "               (platform 903 gets no code but yours; 1 to 5 also get made-up ones)",
                "  ledger       " + stack.simulator().controlUri() + "/ledger",
                "  try          otpstream request --bootstrap-servers " + stack.bootstrapServers()
                        + " --platform 1 --country 6 --wait");
    }

    private LocalStackSettings settings() {
        try {
            return new LocalStackSettings(spoken.dialect(), brokerPort, simulatorPort, SPEED, seed, givenSettings());
        } catch (IllegalArgumentException wrong) {
            throw usageError(String.valueOf(wrong.getMessage()));
        }
    }
}
