package io.otpstream.app.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.config.types.Password;

/**
 * The API without a client in between: a client smooths over just what is to be looked at. Repeats a call only after a
 * 429, which says that nothing was done. For one thread.
 */
final class LiveApi implements AutoCloseable {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration QUIET = Duration.ofSeconds(5);
    private static final Duration LONGEST_QUIET = Duration.ofMinutes(1);
    private static final int ATTEMPTS = 4;
    private static final String REQUEST_ID = "x-request-id";

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI base;
    private final Password token;
    private final Pause pause;
    private int answers;
    private int named;
    private int throttled;
    private int throttledWithTime;

    LiveApi(URI base, Password token, Pause pause) {
        this.base = base;
        this.token = token;
        this.pause = pause;
    }

    LiveAnswer get(String path) throws IOException, InterruptedException {
        return call(request(path).GET());
    }

    LiveAnswer post(String path, JsonNode body) throws IOException, InterruptedException {
        return call(json(path, body));
    }

    /** The same with an idempotency key. */
    LiveAnswer post(String path, JsonNode body, String key) throws IOException, InterruptedException {
        return call(json(path, body).header("idempotency-key", key));
    }

    /** What all answers together say about their headers. */
    void conclude(Findings findings) {
        findings.decide(Assumption.REQUEST_ID, named == answers, "%d of %d answers carry it".formatted(named, answers));
        if (throttled == 0) {
            findings.untested(Assumption.RETRY_AFTER, "no answer had status 429");
        } else {
            findings.decide(
                    Assumption.RETRY_AFTER,
                    throttledWithTime == throttled,
                    "%d of %d answers with status 429 have Retry-After".formatted(throttledWithTime, throttled));
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token.value());
    }

    private HttpRequest.Builder json(String path, JsonNode body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString(), StandardCharsets.UTF_8));
    }

    private LiveAnswer call(HttpRequest.Builder request) throws IOException, InterruptedException {
        LiveAnswer answer = once(request);
        for (int attempt = 1; answer.status() == 429 && attempt < ATTEMPTS; attempt++) {
            if (pause.interrupted(quiet(answer))) {
                return answer;
            }
            answer = once(request);
        }
        return answer;
    }

    private LiveAnswer once(HttpRequest.Builder request) throws IOException, InterruptedException {
        String id = "otpstream-check-" + UUID.randomUUID();
        HttpResponse<String> response =
                http.send(request.copy().header(REQUEST_ID, id).build(), BodyHandlers.ofString());
        Optional<String> retryAfter = response.headers().firstValue("Retry-After");
        answers++;
        named += response.headers().firstValue(REQUEST_ID).filter(id::equals).isPresent() ? 1 : 0;
        if (response.statusCode() == 429) {
            throttled++;
            throttledWithTime += retryAfter.filter(LiveApi::isSeconds).isPresent() ? 1 : 0;
        }
        return new LiveAnswer(response.statusCode(), parse(response.body()), retryAfter);
    }

    private static Duration quiet(LiveAnswer answer) {
        Duration asked = answer.retryAfter()
                .filter(LiveApi::isSeconds)
                .map(seconds -> Duration.ofSeconds(Long.parseLong(seconds)))
                .orElse(QUIET);
        return asked.compareTo(LONGEST_QUIET) < 0 ? asked : LONGEST_QUIET;
    }

    private static boolean isSeconds(String value) {
        return value.matches("\\d{1,9}");
    }

    private static JsonNode parse(String body) {
        try {
            JsonNode tree = MAPPER.readTree(body);
            return tree.isObject() ? tree : MissingNode.getInstance();
        } catch (IOException notJson) {
            return MissingNode.getInstance();
        }
    }
}
