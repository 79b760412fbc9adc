package io.otpstream.app.cli;

import io.otpstream.app.broker.EmbeddedBroker;
import io.otpstream.app.broker.EmbeddedBrokerSettings;
import io.otpstream.app.cli.OptionConverters.Port;
import io.otpstream.app.text.JsonLine;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream broker}: what somebody without Kafka starts first. */
@Command(
        name = "broker",
        description =
                "Run a Kafka broker on 127.0.0.1 until Ctrl-C. One node: for trying things out, not for production.",
        footer = {
            "",
            "Examples:",
            "  otpstream broker                           Records are gone when it stops.",
            "  otpstream broker --data-dir ./kafka-data   Records are there again the next time.",
            "  otpstream broker --port 0                  Takes a free port and prints it.",
            "  otpstream broker --json                    One object when it is ready: bootstrap_servers."
        })
public final class BrokerCommand extends Subcommand {

    @Option(
            names = "--port",
            converter = Port.class,
            paramLabel = "PORT",
            defaultValue = "9092",
            description = "Port for clients, 0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Option(
            names = "--data-dir",
            paramLabel = "DIR",
            description = "Where records are kept (default: a temporary directory, deleted at the end).")
    private Optional<Path> dataDir = Optional.empty();

    @Option(
            names = "--property",
            paramLabel = "KEY=VALUE",
            description = "A setting of the Kafka broker's own. Repeatable.")
    private Map<String, String> properties = new LinkedHashMap<>();

    @Mixin
    private final ReadyOption ready = new ReadyOption();

    @Override
    protected ExitCode execute() throws InterruptedException {
        StopSignal stop = listenForStop();
        try (EmbeddedBroker broker = EmbeddedBroker.start(new EmbeddedBrokerSettings(dataDir, port, properties))) {
            ready.say(
                    out(),
                    JsonLine.empty().with("bootstrap_servers", broker.bootstrapServers()),
                    List.of("broker ready: " + broker.bootstrapServers()));
            stop.await();
        }
        return ExitCode.OK;
    }
}
