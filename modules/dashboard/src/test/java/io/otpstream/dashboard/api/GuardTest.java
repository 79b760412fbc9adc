package io.otpstream.dashboard.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may ask, and what every answer says to browsers. */
class GuardTest {

    private static final String PASSWORD = "correct horse staple";
    private static final List<String> PATHS =
            List.of("/", "/dashboard.js", "/api/success-rates", "/api/alerts", "/api/events", "/metrics", "/nothing");

    @Test
    void whereThereIsAPasswordItIsAskedFor() {
        try (ApiFixture api = ApiFixture.closedWith(PASSWORD)) {
            for (String path : PATHS) {
                HttpResponse<String> answer = api.get(path);
                assertThat(answer.statusCode()).as(path).isEqualTo(401);
                assertThat(answer.headers().firstValue("WWW-Authenticate"))
                        .hasValueSatisfying(value -> assertThat(value).startsWith("Basic "));
                assertThat(answer.body()).contains("\"unauthorized\"").doesNotContain(PASSWORD);
            }
            assertThat(api.get("/api/health/live").statusCode()).isEqualTo(200);
            assertThat(api.get("/api/health/ready").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void thePasswordOpensWithAnyUserNameOrAsAToken() {
        try (ApiFixture api = ApiFixture.closedWith(PASSWORD)) {
            assertThat(status(api, basic("ada:" + PASSWORD))).isEqualTo(200);
            assertThat(status(api, basic(":" + PASSWORD))).isEqualTo(200);
            assertThat(status(api, "Bearer " + PASSWORD)).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer wrong", "Bearer", "Basic !!!", "Basic YQ==", "Digest x", "Bearer correct horse"})
    void anythingElseDoesNot(String authorization) {
        try (ApiFixture api = ApiFixture.closedWith(PASSWORD)) {
            assertThat(status(api, authorization)).isEqualTo(401);
            assertThat(status(api, basic("ada:" + PASSWORD + "x"))).isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:8085", "127.0.0.1.evil.example", "[::2]:8085"})
    void aNameThatWasMadeToPointHereIsRefused(String host) throws IOException {
        try (ApiFixture api = ApiFixture.open()) {
            assertThat(statusLine(api, host)).contains(" 403 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1:8085", "[::1]:8085"})
    void ownNamesAreServed(String host) throws IOException {
        try (ApiFixture api = ApiFixture.open()) {
            assertThat(statusLine(api, host)).contains(" 200 ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/dashboard.js", "/api/alerts", "/api/nothing"})
    void everyAnswerTellsTheBrowserToBeCareful(String path) {
        try (ApiFixture api = ApiFixture.open()) {
            HttpResponse<String> answer = api.get(path, "Origin", "https://evil.example");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).startsWith("default-src 'self';"));
            assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Access-Control-Allow-Origin"))
                    .isEmpty();
            assertThat(answer.headers().firstValue("Server")).isEmpty();
        }
    }

    private static int status(ApiFixture api, String authorization) {
        return api.get("/api/alerts", "Authorization", authorization).statusCode();
    }

    private static String basic(String pair) {
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }

    /** By hand, as Java's client doesn't let its user choose the host. */
    private static String statusLine(ApiFixture api, String host) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), api.port());
                BufferedReader answer = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8))) {
            String request = "GET /api/alerts HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(UTF_8));
            return String.valueOf(answer.readLine());
        }
    }
}
