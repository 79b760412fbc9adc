package io.otpstream.acceptance;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.testcontainers.DockerClientFactory;

/** Whether a container of an image can be started here. */
sealed interface DockerImage {

    /** How long a registry may take before the tests go on without it. */
    Duration PULL_PATIENCE = Duration.ofMinutes(2);

    /** The engine has it. */
    record Present(String image) implements DockerImage {}

    /**
     * There will be no container.
     *
     * @param reason the end of a sentence that begins with "because"
     */
    record Missing(String reason) implements DockerImage {}

    static DockerImage lookFor(String image) {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return new Missing("no Docker engine answers");
        }
        DockerClient docker = DockerClientFactory.instance().client();
        try {
            docker.inspectImageCmd(image).exec();
            return new Present(image);
        } catch (NotFoundException e) {
            return pull(docker, image);
        }
    }

    private static DockerImage pull(DockerClient docker, String image) {
        try {
            boolean pulled =
                    docker.pullImageCmd(image).start().awaitCompletion(PULL_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return pulled
                    ? new Present(image)
                    : new Missing("pulling " + image + " took longer than " + PULL_PATIENCE.toSeconds() + " s");
        } catch (DockerException e) {
            return new Missing(image + " can't be pulled: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Missing("pulling " + image + " was interrupted");
        }
    }
}
