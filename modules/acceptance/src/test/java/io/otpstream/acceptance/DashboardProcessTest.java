package io.otpstream.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard of the built command: where it is, and that nobody who watches keeps a process from ending. */
class DashboardProcessTest {

    /** Ten seconds are promised, and it takes a moment until the JVM is gone. */
    private static final Duration STOP_WITHIN = Duration.ofSeconds(15);

    @TempDir
    private Path directory;

    @Test
    void sandboxAndRunServeItAndEndInTimeWhileSomebodyWatches() throws Exception {
        try (OtpstreamProcess sandbox = OtpstreamProcess.start(
                        directory,
                        Map.of(),
                        "sandbox",
                        "--broker-port=0",
                        "--simulator-port=0",
                        "--set",
                        "dashboard.port=0");
                HttpClient client = HttpClient.newHttpClient()) {
            String broker = sandbox.awaitLine("  Kafka        ");
            String api = sandbox.awaitMatch(" +API +(\\S+) with token .*").group(1);
            URI beside = URI.create(sandbox.awaitLine("  dashboard    "));
            try (OtpstreamProcess run = OtpstreamProcess.start(
                    directory,
                    Map.of("SMSCODE_TOKEN", "simulator-token"),
                    "run",
                    "--dashboard",
                    "--bootstrap-servers",
                    broker,
                    "--api-url",
                    api,
                    "--set",
                    "dashboard.port=0",
                    "--set",
                    "state.dir=" + directory.resolve("state"))) {
                URI own = URI.create(run.awaitLine("dashboard: "));
                awaitReady(client, own);
                try (InputStream watched = watch(client, own)) {
                    assertThat(watched.read()).isNotNegative();
                    run.terminate();
                    assertThat(run.exitCodeWithin(STOP_WITHIN)).as(run.err()).isZero();
                }
            }
            awaitReady(client, beside);
            try (InputStream watched = watch(client, beside)) {
                assertThat(watched.read()).isNotNegative();
                sandbox.terminate();
                // Three servers stop one after the other here.
                assertThat(sandbox.exitCode()).as(sandbox.err()).isZero();
            }
        }
    }

    @Test
    void itIsNotOpenedToOthersWithoutAPassword() throws Exception {
        try (OtpstreamProcess run = OtpstreamProcess.start(
                directory,
                Map.of("SMSCODE_TOKEN", "simulator-token"),
                "run",
                "--dashboard",
                "--set",
                "dashboard.host=0.0.0.0")) {
            assertThat(run.exitCode()).isEqualTo(2);
            assertThat(run.err()).contains("dashboard.host (flag --set): expected 127.0.0.1 while dashboard.password");
        }
    }

    private static void awaitReady(HttpClient client, URI dashboard) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(dashboard.resolve("/api/health/ready"))
                            .build(),
                    BodyHandlers.ofString());
            return answer.statusCode() == 200;
        });
    }

    private static InputStream watch(HttpClient client, URI dashboard) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(dashboard.resolve("/api/events")).build();
        return client.send(request, BodyHandlers.ofInputStream()).body();
    }
}
