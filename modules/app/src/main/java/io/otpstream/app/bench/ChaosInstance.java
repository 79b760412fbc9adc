package io.otpstream.app.bench;

import io.otpstream.simulator.Simulator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** One of the pipeline's instances, in process after process. */
final class ChaosInstance implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("pipeline running.*");
    private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

    private final String clientId;
    private final Path directory;
    private final List<String> arguments;
    private ChildProcess process;

    /**
     * Starts it.
     *
     * @param name tells the instances apart
     * @param directory for its state and its log
     */
    ChaosInstance(String name, Path directory, String bootstrapServers, String api) {
        this.clientId = "chaos-" + name;
        this.directory = directory;
        this.arguments = List.of(
                "run",
                "--bootstrap-servers",
                bootstrapServers,
                "--api-url",
                api,
                "--speed",
                Double.toString(ChaosSettings.SPEED.factor()),
                "--set",
                "state.dir=" + directory.resolve("state-" + name),
                "--set",
                "rate.limit.per.minute=" + ChaosSettings.REQUESTS_PER_MINUTE_AND_INSTANCE,
                // A machine that is busy starting processes must not look like an API that doesn't answer.
                "--set",
                "api.timeout=40s",
                "--set",
                "kafka.client.id=" + clientId,
                "--set",
                "kafka.session.timeout.ms=6000",
                "--set",
                "kafka.heartbeat.interval.ms=1000",
                "--set",
                "kafka.transaction.timeout.ms=5000");
        this.process = launch();
    }

    String clientId() {
        return clientId;
    }

    void awaitReady() throws InterruptedException {
        process.awaitReady();
    }

    void kill() throws InterruptedException {
        process.kill();
    }

    void restart() {
        process = launch();
    }

    /** Whether it ended with 0 within 10 s of SIGTERM. */
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
