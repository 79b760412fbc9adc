package io.otpstream.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A customer, as plain as can be. */
final class SimulatorClient implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Simulator simulator;
    private String token = Simulator.TOKEN;

    SimulatorClient(Simulator simulator) {
        this.simulator = simulator;
    }

    /** An answer: its status, what it says, and when to come back. */
    record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        JsonNode data() {
            if (!body.path("success").asBoolean()) {
                throw new AssertionError("refused: " + raw.body());
            }
            return body.path("data");
        }

        String errorCode() {
            return body.path("error").path("code").asText();
        }

        String field() {
            return body.path("error").path("field").asText();
        }

        String retryAfter() {
            return raw.headers().firstValue("Retry-After").orElse("");
        }
    }

    void useToken(String otherToken) {
        token = otherToken;
    }

    Answer get(String path) {
        return answer(send(request(api(path)).GET()));
    }

    Answer delete(String path) {
        return answer(send(request(api(path)).DELETE()));
    }

    Answer post(String path, String json) {
        return answer(send(request(api(path)).POST(BodyPublishers.ofString(json))));
    }

    /** With an {@code idempotency-key}. */
    Answer post(String path, String json, String key) {
        return answer(send(request(api(path)).header("idempotency-key", key).POST(BodyPublishers.ofString(json))));
    }

    Answer call(PublishedCall call) {
        return answer(send(request(api(call.path)).method(call.method, BodyPublishers.ofString(call.body))));
    }

    Answer patch(String path, String json) {
        return answer(send(request(api(path)).method("PATCH", BodyPublishers.ofString(json))));
    }

    Answer create(int countryId, int platformId) {
        return post("/orders", "{\"country_id\":" + countryId + ",\"platform_id\":" + platformId + "}");
    }

    Answer create(int countryId, int platformId, String requestId) {
        String json = "{\"country_id\":" + countryId + ",\"platform_id\":" + platformId + "}";
        return answer(
                send(request(api("/orders")).header("x-request-id", requestId).POST(BodyPublishers.ofString(json))));
    }

    Answer look(Answer created) {
        return get("/orders/" + created.data().path("order_id").asText());
    }

    /** A request of any sort, with names and values of headers, and an answer that need not be JSON. */
    HttpResponse<String> raw(String method, String path, String body, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(api(path)).method(method, BodyPublishers.ofString(body));
        HttpRequest.Builder named = headers.length == 0 ? request : request.headers(headers);
        return http.send(named.build(), BodyHandlers.ofString());
    }

    Answer control(String path, String json) {
        return answer(send(HttpRequest.newBuilder(control(path)).POST(BodyPublishers.ofString(json))));
    }

    JsonNode ask(String path) {
        return answer(send(HttpRequest.newBuilder(control(path)).GET())).body();
    }

    /** Without a body that must be JSON. */
    HttpResponse<String> raw(String path) throws IOException, InterruptedException {
        return http.send(request(api(path)).GET().build(), BodyHandlers.ofString());
    }

    HttpResponse<String> rawCreate(int platformId, String requestId) throws IOException, InterruptedException {
        return rawCreate(platformId, requestId, PATIENCE);
    }

    HttpResponse<String> rawCreate(int platformId, String requestId, Duration patience)
            throws IOException, InterruptedException {
        String json = "{\"country_id\":6,\"platform_id\":" + platformId + "}";
        HttpRequest.Builder request = request(api("/orders"))
                .header("x-request-id", requestId)
                .timeout(patience)
                .POST(BodyPublishers.ofString(json));
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(uri).timeout(PATIENCE);
        return token.isEmpty() ? builder : builder.header("Authorization", "Bearer " + token);
    }

    private URI api(String path) {
        return URI.create(simulator.baseUri() + path);
    }

    private URI control(String path) {
        return URI.create(simulator.controlUri() + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError("interrupted", e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        try {
            return new Answer(response.statusCode(), MAPPER.readTree(response.body()), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
