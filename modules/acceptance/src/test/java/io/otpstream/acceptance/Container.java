package io.otpstream.acceptance;

import static org.awaitility.Awaitility.await;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.command.InspectContainerResponse.ContainerState;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Frame;
import com.github.dockerjava.api.model.HealthCheck;
import com.github.dockerjava.api.model.HostConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/**
 * A container that may do as little as Kubernetes and Compose let ours do: nothing but /tmp and its volumes to write to,
 * no program to run from /tmp, no capability, no network but its own loopback.
 */
record Container(DockerClient docker, String id) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int STOP_WITHIN_S = 15;

    static Container start(String image, String... command) {
        DockerClient docker = DockerClientFactory.instance().client();
        String id = docker.createContainerCmd(image)
                .withCmd(command)
                .withHealthcheck(new HealthCheck()
                        .withInterval(Duration.ofSeconds(1).toNanos())
                        .withStartPeriod(Duration.ofSeconds(60).toNanos()))
                .withHostConfig(HostConfig.newHostConfig()
                        .withReadonlyRootfs(true)
                        .withTmpFs(Map.of("/tmp", "rw,noexec,nosuid"))
                        .withCapDrop(Capability.ALL)
                        .withSecurityOpts(List.of("no-new-privileges:true"))
                        .withNetworkMode("none"))
                .exec()
                .getId();
        docker.startContainerCmd(id).exec();
        return new Container(docker, id);
    }

    /** Waits until the health check of the image says that all is well. */
    void awaitHealthy() {
        await().atMost(PATIENCE)
                .failFast("the container ended: ", () -> !Boolean.TRUE.equals(state().getRunning()))
                .until(() -> state().getHealth().getStatus(), "healthy"::equals);
    }

    /** Waits for the end. */
    int exitCode() {
        await().atMost(PATIENCE).until(() -> !Boolean.TRUE.equals(state().getRunning()));
        return Math.toIntExact(Objects.requireNonNull(state().getExitCodeLong()));
    }

    /** Sends SIGTERM. */
    void stop() {
        docker.stopContainerCmd(id).withTimeout(STOP_WITHIN_S).exec();
    }

    /** Runs a command in it to its end. */
    int run(String... command) throws InterruptedException {
        String exec = docker.execCreateCmd(id)
                .withCmd(command)
                .withAttachStdout(true)
                .withAttachStderr(true)
                .exec()
                .getId();
        docker.execStartCmd(exec)
                .exec(new ResultCallback.Adapter<Frame>())
                .awaitCompletion(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return Math.toIntExact(docker.inspectExecCmd(exec).exec().getExitCodeLong());
    }

    /** What was written to both streams so far. */
    String log() throws InterruptedException {
        StringBuilder log = new StringBuilder();
        docker.logContainerCmd(id)
                .withStdOut(true)
                .withStdErr(true)
                .exec(new ResultCallback.Adapter<Frame>() {
                    @Override
                    public void onNext(Frame frame) {
                        log.append(new String(frame.getPayload(), StandardCharsets.UTF_8));
                    }
                })
                .awaitCompletion(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        return log.toString();
    }

    @Override
    public void close() {
        docker.removeContainerCmd(id).withForce(true).withRemoveVolumes(true).exec();
    }

    private ContainerState state() {
        return docker.inspectContainerCmd(id).exec().getState();
    }
}
