package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as its users meet it: arguments in, text and exit code out. */
class CommandProcessTest {

    @TempDir
    private Path directory;

    @Test
    void tellsItsVersionAndNothingElse() throws InterruptedException {
        try (OtpstreamProcess otpstream = start("--version")) {
            assertThat(otpstream.exitCode()).isZero();
            assertThat(otpstream.out()).matches("otpstream \\d\\S* \\(Kafka \\S+, Java \\S+\\)\\R");
            assertThat(otpstream.err()).isEmpty();
        }
    }

    @Test
    void anUnknownOptionIsOneLineAndExitCode2() throws InterruptedException {
        try (OtpstreamProcess otpstream = start("broker", "--nope")) {
            assertThat(otpstream.exitCode()).isEqualTo(2);
            assertThat(otpstream.out()).isEmpty();
            assertThat(otpstream.err())
                    .isEqualTo("otpstream broker: Unknown option: '--nope'. Try 'otpstream broker --help'.\n");
        }
    }

    @Test
    void aSymbolicLinkWorksAndAnOldJavaHomeIsPassedOver() throws Exception {
        Path oldJava = Files.createDirectories(directory.resolve("jdk-17/bin"));
        Files.writeString(oldJava.resolveSibling("release"), "JAVA_VERSION=\"17.0.15\"\n");
        Path fake = Files.writeString(oldJava.resolve("java"), "#!/bin/sh\nexit 99\n");
        assertThat(fake.toFile().setExecutable(true)).isTrue();
        Path link = Files.createSymbolicLink(
                directory.resolve("link"), OtpstreamProcess.distribution().resolve("bin/otpstream"));
        String path = System.getProperty("java.home") + "/bin:" + System.getenv("PATH");
        Map<String, String> environment =
                Map.of("JAVA_HOME", directory.resolve("jdk-17").toString(), "PATH", path);

        try (OtpstreamProcess otpstream = OtpstreamProcess.start(link, directory, environment, "--version")) {
            assertThat(otpstream.exitCode()).as(otpstream.err()).isZero();
        }
    }

    @Test
    void aBrokerTakesRecordsUntilItIsTerminated() throws Exception {
        try (OtpstreamProcess otpstream = start(
                "broker", "--port", "0", "--data-dir", directory.resolve("data").toString())) {
            TestTopic topic = TestTopic.create(otpstream.awaitLine("broker ready: "), "from-outside");
            topic.commit("record");
            assertThat(topic.read(1)).containsExactly("record");

            otpstream.terminate();

            assertThat(otpstream.exitCode()).isZero();
            assertThat(otpstream.err()).isEmpty();
        }
    }

    @Test
    void aSecondBrokerOnTheSamePortFailsWithOneLine() throws Exception {
        try (OtpstreamProcess first = start("broker", "--port", "0")) {
            String port = first.awaitLine("broker ready: 127.0.0.1:");
            try (OtpstreamProcess second = start("broker", "--port", port)) {
                assertThat(second.exitCode()).isEqualTo(1);
                assertThat(second.err())
                        .isEqualTo("otpstream: port " + port + " on 127.0.0.1 is taken: choose another\n");
            }
            first.terminate();
            assertThat(first.exitCode()).isZero();
        }
    }

    private OtpstreamProcess start(String... arguments) {
        return OtpstreamProcess.start(directory, Map.of(), arguments);
    }
}
