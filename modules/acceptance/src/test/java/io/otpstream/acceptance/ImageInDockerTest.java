package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.BuildImageResultCallback;
import com.github.dockerjava.api.model.ContainerConfig;
import io.otpstream.app.fixture.DockerImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.DockerClientFactory;

/**
 * The image of the release archive, where a Docker engine answers. {@code OTPSTREAM_RUNTIME_IMAGE} names another image to
 * build it on than the recipe does.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImageInDockerTest {

    private static final String RECIPE = "deploy/release.Dockerfile";
    private static final Pattern DEFAULT_BASE = Pattern.compile("(?m)^ARG RUNTIME_IMAGE=(.+)$");

    private String image = "";

    @BeforeAll
    void build(@TempDir Path directory) throws Exception {
        switch (DockerImage.lookFor(base())) {
            case DockerImage.Present present ->
                image = build(Release.unpack(directory).folder(), present.image());
            case DockerImage.Missing missing ->
                Assumptions.abort("skipped: no image is built here, because " + missing.reason());
        }
    }

    @AfterAll
    void remove() {
        if (!image.isEmpty()) {
            docker().removeImageCmd(image).withForce(true).exec();
        }
    }

    @Test
    void runsTheCommandAsSomebodyElseThanRoot() throws InterruptedException {
        ContainerConfig config =
                Objects.requireNonNull(docker().inspectImageCmd(image).exec().getConfig());

        assertThat(config.getUser()).isEqualTo("10001:10001");
        assertThat(config.getLabels()).containsEntry("org.opencontainers.image.licenses", "Apache-2.0");
        try (Container version = Container.start(image, "--version")) {
            assertThat(version.exitCode()).as(version.log()).isZero();
            assertThat(version.log()).startsWith("otpstream ");
        }
    }

    @Test
    void servesOnAReadOnlyFileSystemAndTellsThatItIsWell() throws InterruptedException {
        try (Container sandbox = Container.start(image, "sandbox", "--speed", "10")) {
            sandbox.awaitHealthy();

            assertThat(sandbox.run(
                            "/opt/otpstream/bin/otpstream", "request", "--platform", "901", "--country", "6", "--wait"))
                    .as(sandbox.log())
                    .isZero();
            assertThat(sandbox.run("/opt/otpstream/libexec/healthcheck.sh", "ready"))
                    .isZero();
            assertThat(sandbox.run("bash", "-c", "echo x >> /opt/otpstream/LICENSE"))
                    .as("a read-only file system")
                    .isNotZero();

            sandbox.stop();
            assertThat(sandbox.exitCode()).as(sandbox.log()).isZero();
        }
    }

    private static String base() throws IOException {
        String recipe = Files.readString(Path.of(System.getProperty("otpstream.root"), RECIPE));
        Matcher base = DEFAULT_BASE.matcher(recipe);
        assertThat(base.find()).isTrue();
        return System.getenv().getOrDefault("OTPSTREAM_RUNTIME_IMAGE", base.group(1));
    }

    private static String build(Path release, String base) {
        return docker().buildImageCmd()
                .withBaseDirectory(release.toFile())
                .withDockerfile(release.resolve(RECIPE).toFile())
                .withBuildArg("RUNTIME_IMAGE", base)
                .exec(new BuildImageResultCallback())
                .awaitImageId();
    }

    private static DockerClient docker() {
        return DockerClientFactory.instance().client();
    }
}
