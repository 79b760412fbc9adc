package io.otpstream.app.bench;

import io.otpstream.app.broker.FreePorts;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.webhook.WebhookReceiver;
import io.otpstream.benchmarks.budget.BudgetTerms;
import io.otpstream.benchmarks.budget.Demand;
import io.otpstream.benchmarks.budget.Figures;
import io.otpstream.domain.api.Dialect;
import io.otpstream.simulator.Simulator;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The pipeline at work in real time: a process, on a broker that is one too and a vendor of its own. */
final class BudgetPipeline implements BudgetContender {

    private static final Pattern BROKER_READY = Pattern.compile("broker ready: (\\S+)");
    private static final Pattern PIPELINE_READY = Pattern.compile("pipeline running.*");

    private static final String SECRET = "of-the-bench";

    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    /** What a vendor speaks, and whether it pushes what happens. */
    enum Contract {
        GUIDE,
        PUBLISHED,
        PUBLISHED_AND_PUSHED;

        Dialect dialect() {
            return switch (this) {
                case GUIDE -> Dialect.GUIDE;
                case PUBLISHED, PUBLISHED_AND_PUSHED -> Dialect.PUBLISHED;
            };
        }
    }

    private final String name;
    private final Path directory;
    private final Demand demand;
    private final Contract contract;
    private final Consumer<Throwable> onFailure;
    private final BudgetVendor vendor;
    private final ChildProcess broker;
    private @Nullable ChildProcess pipeline;
    private @Nullable Feeder feeder;

    /**
     * Starts the broker.
     *
     * @param directory for logs and state
     * @param contract what its vendor speaks, and whether that pushes what happens
     * @param onFailure told if it can't go on
     */
    BudgetPipeline(
            String name, Path directory, Demand demand, Contract contract, long seed, Consumer<Throwable> onFailure) {
        this.name = name;
        this.directory = directory;
        this.demand = demand;
        this.onFailure = onFailure;
        this.contract = contract;
        this.vendor = new BudgetVendor(seed, contract.dialect());
        this.broker = child("broker", BROKER_READY, "broker", "--port", "0");
    }

    @Override
    public void start() throws InterruptedException {
        String bootstrapServers = broker.awaitReady().group(1);
        List<String> arguments = new ArrayList<>(List.of(
                "run",
                "--bootstrap-servers",
                bootstrapServers,
                "--api-url",
                vendor.api().toString(),
                "--set",
                "state.dir=" + directory.resolve(name + "-state"),
                "--set",
                "rate.limit.per.minute=" + BudgetTerms.REQUESTS_PER_MINUTE));
        if (contract == Contract.PUBLISHED_AND_PUSHED) {
            int port = FreePorts.find(1).getFirst();
            arguments.addAll(List.of("--set", "webhook.listen=127.0.0.1:" + port));
            vendor.push(URI.create("http://127.0.0.1:" + port + WebhookReceiver.PATH), SECRET);
        }
        pipeline = child("pipeline", PIPELINE_READY, arguments.toArray(String[]::new));
        pipeline.awaitReady();
        feeder =
                new Feeder(Cluster.of(Map.of("bootstrap.servers", bootstrapServers)), demand, vendor::ended, onFailure);
    }

    @Override
    public void begin() {
        vendor.begin();
    }

    @Override
    public Figures figures() {
        return vendor.figures();
    }

    @Override
    public void close() {
        if (feeder != null) {
            feeder.close();
        }
        stop(pipeline);
        stop(broker);
        vendor.close();
    }

    /** Returns when it is gone: its files may be deleted then. */
    private static void stop(@Nullable ChildProcess child) {
        if (child == null) {
            return;
        }
        try {
            if (child.terminate(STOP_WITHIN) < 0) {
                child.kill();
            }
        } catch (InterruptedException interrupted) {
            child.close();
            Thread.currentThread().interrupt();
        }
    }

    private ChildProcess child(String role, Pattern ready, String... arguments) {
        String title = name + "-" + role;
        ChildProcess child = ChildProcess.start(
                title,
                directory.resolve(title + ".log"),
                ready,
                Map.of("SMSCODE_TOKEN", Simulator.TOKEN, "SMSCODE_WEBHOOK_SECRET", SECRET),
                List.of(arguments));
        child.onEnd(() -> onFailure.accept(new IllegalStateException(title + " has ended")));
        return child;
    }
}
