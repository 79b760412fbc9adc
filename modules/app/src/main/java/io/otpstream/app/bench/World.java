package io.otpstream.app.bench;

import io.otpstream.app.cluster.Cluster;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What instances of the pipeline live in: a broker with the topics, and the simulator, each in a process of its own. */
final class World implements AutoCloseable {

    private final Path directory;
    private final ChildProcess broker;
    private final ChildProcess vendor;
    private final String bootstrapServers;
    private final String api;
    private final SimulatorProbe simulator;

    private World(
            Path directory,
            ChildProcess broker,
            ChildProcess vendor,
            String bootstrapServers,
            String api,
            SimulatorProbe simulator) {
        this.directory = directory;
        this.broker = broker;
        this.vendor = vendor;
        this.bootstrapServers = bootstrapServers;
        this.api = api;
        this.simulator = simulator;
    }

    /**
     * Starts it and returns when it can be used.
     *
     * @param directory for logs and states; stays the caller's
     * @param simulatorOptions beside the port
     */
    static World start(Path directory, List<String> simulatorOptions) throws InterruptedException {
        ChildProcess broker = startBroker(directory);
        ChildProcess vendor = startSimulator(directory, simulatorOptions);
        boolean started = false;
        try {
            String bootstrapServers = broker.awaitReady().group(1);
            MatchResult addresses = vendor.awaitReady();
            createTopics(directory, bootstrapServers);
            World world = new World(
                    directory,
                    broker,
                    vendor,
                    bootstrapServers,
                    addresses.group(1),
                    new SimulatorProbe(addresses.group(2)));
            started = true;
            return world;
        } finally {
            if (!started) {
                vendor.close();
                broker.close();
            }
        }
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    Cluster cluster() {
        return Cluster.of(Map.of("bootstrap.servers", bootstrapServers));
    }

    SimulatorProbe simulator() {
        return simulator;
    }

    /** Starts an instance of the pipeline; the caller closes it. */
    Instance instance(String clientId, List<String> options) {
        return new Instance(clientId, directory, bootstrapServers, api, options);
    }

    @Override
    public void close() {
        simulator.close();
        vendor.close();
        broker.close();
    }

    private static ChildProcess startBroker(Path directory) {
        return start(
                "broker",
                directory,
                Pattern.compile("broker ready: (\\S+)"),
                List.of(
                        "broker",
                        "--port",
                        "0",
                        // Transactions of the dead hold up who reads committed records.
                        "--property",
                        "transaction.abort.timed.out.transaction.cleanup.interval.ms=1000"));
    }

    private static ChildProcess startSimulator(Path directory, List<String> options) {
        List<String> arguments = new ArrayList<>(List.of("simulate", "--port", "0"));
        arguments.addAll(options);
        return start(
                "simulator", directory, Pattern.compile("simulator ready: API (\\S+) .*, control (\\S+)"), arguments);
    }

    private static void createTopics(Path directory, String bootstrapServers) throws InterruptedException {
        try (ChildProcess topics = start(
                "topics",
                directory,
                Pattern.compile("created .*"),
                List.of("topics", "create", "--bootstrap-servers", bootstrapServers))) {
            if (topics.awaitEnd() != 0) {
                throw new IllegalStateException("the topics could not be created; see the log in " + directory);
            }
        }
    }

    private static ChildProcess start(String name, Path directory, Pattern ready, List<String> arguments) {
        return ChildProcess.start(name, directory.resolve(name + ".log"), ready, Map.of(), arguments);
    }
}
