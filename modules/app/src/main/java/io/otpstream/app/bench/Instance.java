package io.otpstream.app.bench;

import io.otpstream.simulator.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** One of the pipeline's instances, in process after process. */
final class Instance implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("pipeline running.*");

    /** Ten seconds are promised, and it takes a moment until the JVM is gone. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    private final String clientId;
    private final Path directory;
    private final List<String> arguments;
    private ChildProcess process;

    /**
     * Starts it.
     *
     * @param clientId tells the instances apart
     * @param directory for its state and its log
     * @param options beside those that say where everything is
     */
    Instance(String clientId, Path directory, String bootstrapServers, String api, List<String> options) {
        this.clientId = clientId;
        this.directory = directory;
        this.arguments = new ArrayList<>(List.of(
                "run",
                "--bootstrap-servers",
                bootstrapServers,
                "--api-url",
                api,
                "--set",
                "state.dir=" + directory.resolve("state-" + clientId),
                "--set",
                "kafka.client.id=" + clientId));
        this.arguments.addAll(options);
        this.process = launch();
    }

    String clientId() {
        return clientId;
    }

    void awaitReady() throws InterruptedException {
        process.awaitReady();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** The most memory that its process has had, in bytes; empty where the system doesn't say. */
    OptionalLong residentPeakBytes() {
        return process.residentPeakBytes();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    void restart() {
        process = launch();
    }

    /** Whether it ended with 0 in time after SIGTERM. */
    boolean stop() throws InterruptedException {
        return process.terminate(STOP_WITHIN) == 0;
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess launch() {
        return ChildProcess.start(
                clientId,
                directory.resolve(clientId + ".log"),
                READY,
                Map.of("SMSCODE_TOKEN", Simulator.TOKEN),
                arguments);
    }
}
