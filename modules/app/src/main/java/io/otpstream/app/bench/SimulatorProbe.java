package io.otpstream.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.StreamSupport;

/** The simulator's control calls, from another process. Safe for use by several threads. */
final class SimulatorProbe implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long RICHES_IDR = 1_000_000_000_000L;

    private final HttpClient http = HttpClient.newHttpClient();
    private final String control;

    /** @param control {@code http://127.0.0.1:PORT/simulator} */
    SimulatorProbe(String control) {
        this.control = control;
    }

    JsonNode ledger() throws IOException, InterruptedException {
        return get("/ledger");
    }

    /** When the requests came that the only customer has made. */
    Arrivals arrivals() throws IOException, InterruptedException {
        JsonNode data = get("/arrivals").path("data");
        JsonNode arrivals = data.path("arrivals_nanos").path(0);
        return new Arrivals(
                data.path("now_nanos").longValue(),
                StreamSupport.stream(arrivals.spliterator(), false)
                        .map(JsonNode::longValue)
                        .toList());
    }

    /** Puts so much on the account that a bench can't use it up. */
    void makeRich() throws IOException, InterruptedException {
        HttpResponse<Void> answer = post("/balance", MAPPER.createObjectNode().put("balance_idr", RICHES_IDR));
        if (answer.statusCode() != 200) {
            throw new IOException("the simulator takes no money: status " + answer.statusCode());
        }
    }

    /**
     * From now on a share of all creates goes wrong.
     *
     * @param kinds in the simulator's words, with commas
     */
    void spoilCreates(String kinds, double share) throws IOException, InterruptedException {
        HttpResponse<Void> answer = post(
                "/outage",
                MAPPER.createObjectNode().put("kind", kinds).put("share", share).put("calls", "create"));
        if (answer.statusCode() != 200) {
            throw new IOException("the simulator takes no outage: status " + answer.statusCode());
        }
    }

    /** Whether the number is rented and got the text. */
    boolean text(String number, String text) throws IOException, InterruptedException {
        HttpResponse<Void> answer =
                post("/sms", MAPPER.createObjectNode().put("to", number).put("text", text));
        return answer.statusCode() == 200;
    }

    @Override
    public void close() {
        http.close();
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        HttpRequest get = HttpRequest.newBuilder(URI.create(control + path)).build();
        return MAPPER.readTree(http.send(get, BodyHandlers.ofString()).body());
    }

    private HttpResponse<Void> post(String path, JsonNode body) throws IOException, InterruptedException {
        HttpRequest post = HttpRequest.newBuilder(URI.create(control + path))
                .POST(BodyPublishers.ofString(body.toString()))
                .build();
        return http.send(post, BodyHandlers.discarding());
    }
}
