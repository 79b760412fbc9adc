package io.otpstream.app.cli;

import io.otpstream.app.cli.OptionConverters.Port;
import io.otpstream.app.cli.OptionConverters.Seconds;
import io.otpstream.app.config.ConfigKeys;
import io.otpstream.app.config.Setting;
import io.otpstream.app.config.Source;
import io.otpstream.app.local.SimulatedDialect;
import io.otpstream.app.text.JsonLine;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.ArrivalCurve;
import io.otpstream.simulator.vendor.Outage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code otpstream simulate}: the vendor's stand-in. */
@Command(
        name = "simulate",
        description =
                "Run a stand-in for the SMSCode API until Ctrl-C. Numbers and codes are made up and cost nothing.",
        footer = {
            "",
            "Examples:",
            "  otpstream simulate",
            "  otpstream simulate --speed 10 --port 0      Ten times as fast, on any free port.",
            "  otpstream simulate --dialect published      The vendor's published contract instead of its guide.",
            "  otpstream simulate --faults 0.2             A fifth of the calls fail, in every way there is.",
            "  otpstream simulate --json                   One object when it is ready: api_url, token, control_url.",
            "",
            "GET /simulator lists platform ids that force an outcome; POST /simulator/sms texts a number:",
            "  curl -d '{\"to\":\"+62...\",\"text\":\"Your code is 847291\"}' http://127.0.0.1:8080/simulator/sms",
            "POST /simulator/outage changes what fails while it runs, GET /simulator/requests tells what was hit:",
            "  curl -d '{\"kind\":\"http_500,reset\",\"share\":0.2}' http://127.0.0.1:8080/simulator/outage"
        })
public final class SimulateCommand extends Subcommand {

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1",
            description = "Address to listen on; others than loopback let anybody in (default: ${DEFAULT-VALUE}).")
    private String host = "";

    @Option(
            names = "--port",
            converter = Port.class,
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "0 for any free one (default: ${DEFAULT-VALUE}).")
    private int port;

    @Mixin
    private final DialectOption spoken = new DialectOption();

    @Option(names = "--seed", paramLabel = "N", description = "The same seed gives the same prices, codes and delays.")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--codes",
            paramLabel = "SHARE",
            defaultValue = "0.75",
            description = "Share of orders that get a code unasked, 0 to 1 (default: ${DEFAULT-VALUE}); 0 leaves it to"
                    + " POST /simulator/sms.")
    private double codes;

    @Option(
            names = "--latency",
            paramLabel = "DURATION",
            defaultValue = "0s",
            converter = Seconds.class,
            description = "How long an answer takes on average (default: ${DEFAULT-VALUE}).")
    private Duration latency = Duration.ZERO;

    @Option(
            names = "--order-lifetime",
            paramLabel = "DURATION",
            defaultValue = "20m",
            converter = Seconds.class,
            description = "After which an order without a code expires (default: ${DEFAULT-VALUE}).")
    private Duration orderLifetime = Duration.ZERO;

    @Option(
            names = "--faults",
            paramLabel = "SHARE",
            defaultValue = "0",
            description =
                    "Share of calls that fail, 0 to 1: 429 storms, 5xx, resets, no answer, half an answer, HTML and"
                            + " text, before or after the call took effect (default: ${DEFAULT-VALUE}).")
    private double faults;

    @Option(
            names = "--price-changes",
            paramLabel = "PERCENT",
            defaultValue = "0",
            description = "How far prices move from the ordinary ones, every five minutes, 0 to 100 percent"
                    + " (default: ${DEFAULT-VALUE}). An order costs what the price is when it is placed.")
    private double priceChanges;

    @Mixin
    private final ReadyOption ready = new ReadyOption();

    @Override
    protected ExitCode execute() throws InterruptedException {
        StopSignal stop = listenForStop();
        try (Simulator simulator = Simulator.start(settings())) {
            ready.say(
                    out(),
                    JsonLine.empty()
                            .with("api_url", simulator.baseUri().toString())
                            .with("token", Simulator.TOKEN)
                            .with("control_url", simulator.controlUri().toString()),
                    List.of("simulator ready: API " + simulator.baseUri() + " with token " + Simulator.TOKEN
                            + ", control " + simulator.controlUri()));
            stop.await();
        }
        return ExitCode.OK;
    }

    /** The configured API isn't called here, so that it can't be hurried is no obstacle. */
    private double speed() {
        return config(new Setting(ConfigKeys.API_URL, "http://127.0.0.1/v1", new Source.Default()))
                .speed()
                .factor();
    }

    private Outage outage() {
        if (faults == 0) {
            return Outage.none();
        }
        if (!(faults > 0 && faults <= 1)) {
            throw usageError("--faults: expected 0 to 1");
        }
        return Outage.ofEveryKind(faults);
    }

    private double priceChanges() {
        if (!(priceChanges >= 0 && priceChanges <= 100)) {
            throw usageError("--price-changes: expected 0 to 100");
        }
        return priceChanges / 100;
    }

    private SimulatorSettings settings() {
        try {
            SimulatorSettings settings = SimulatorSettings.defaults()
                    .withDialect(SimulatedDialect.of(spoken.dialect()))
                    .withHost(host)
                    .withPort(port)
                    .withSpeed(speed());
            ArrivalCurve ordinary = settings.rules().arrival();
            settings = settings.withArrival(new ArrivalCurve(ordinary.median(), ordinary.sigma(), codes))
                    .withLatency(latency)
                    .withOrderLifetime(orderLifetime)
                    .withPriceChanges(priceChanges())
                    .withOutage(outage());
            return seed.isPresent() ? settings.withSeed(seed.get()) : settings;
        } catch (IllegalArgumentException wrong) {
            throw usageError("--" + wrong.getMessage());
        }
    }
}
