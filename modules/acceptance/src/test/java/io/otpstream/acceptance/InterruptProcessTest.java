package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C ends a command and leaves nothing behind: no process, no temporary directory, no port. */
class InterruptProcessTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private Path temporary = Path.of("");

    @BeforeEach
    void makeTemporary() throws IOException, InterruptedException {
        Process env = new ProcessBuilder("env", "--default-signal=INT", "true").start();
        assumeTrue(env.waitFor() == 0, "skipped: no env of coreutils 8.31 or newer here");
        temporary = Files.createDirectory(directory.resolve("tmp"));
    }

    @Test
    void aSandboxGivesItsPortsBack() throws Exception {
        try (OtpstreamProcess sandbox = start(
                "sandbox", "--json", "--broker-port", "0", "--simulator-port", "0", "--set", "dashboard.port=0")) {
            JsonNode ready =
                    new ObjectMapper().readTree(sandbox.awaitMatch("\\{.*\\}").group());
            List<Integer> ports = List.of(
                    URI.create("kafka://" + ready.path("bootstrap_servers").textValue())
                            .getPort(),
                    URI.create(ready.path("api_url").textValue()).getPort(),
                    URI.create(ready.path("dashboard_url").textValue()).getPort());
            assertThat(temporary).isNotEmptyDirectory();

            sandbox.interrupt();

            assertThat(sandbox.exitCode()).as(sandbox.err()).isZero();
            assertThat(temporary).isEmptyDirectory();
            // Somebody else may have one of them for a moment.
            await().untilAsserted(() -> assertThat(ports).allSatisfy(InterruptProcessTest::isFree));
        }
    }

    @Test
    void aDemoIsNotReckonedUp() throws Exception {
        try (OtpstreamProcess demo = start("demo", "--requests", "1000", "--set", "dashboard.port=0")) {
            demo.awaitLine("sending ");

            demo.interrupt();

            assertThat(demo.exitCode()).as(demo.err()).isEqualTo(130);
            assertThat(demo.err()).contains("otpstream: the demo was interrupted: there is no reckoning");
            assertThat(temporary).isEmptyDirectory();
        }
    }

    @Test
    void theProcessesOfABenchEndWithIt() throws Exception {
        try (OtpstreamProcess chaos = start("bench", "chaos", "--requests", "20", "--kills", "1")) {
            // Broker, simulator and two instances.
            await().atMost(PATIENCE).until(() -> chaos.descendants().size() >= 4);
            List<ProcessHandle> children = chaos.descendants();
            assertThat(temporary).isNotEmptyDirectory();

            chaos.interrupt();

            assertThat(chaos.exitCode()).as(chaos.err()).isEqualTo(130);
            assertThat(children).isNotEmpty().noneMatch(ProcessHandle::isAlive);
            assertThat(temporary).isEmptyDirectory();
            assertThat(chaos.err()).doesNotContain("otpstream:");
        }
    }

    private OtpstreamProcess start(String... arguments) {
        return OtpstreamProcess.startInForeground(
                directory, Map.of("OTPSTREAM_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary), arguments);
    }

    private static void isFree(int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
        }
    }
}
