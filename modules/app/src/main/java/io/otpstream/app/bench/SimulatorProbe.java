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

/** The simulator's control calls, from another process. Safe for use by several threads. */
final class SimulatorProbe implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String control;

    /** @param control {@code http://127.0.0.1:PORT/simulator} */
    SimulatorProbe(String control) {
        this.control = control;
    }

    JsonNode ledger() throws IOException, InterruptedException {
        HttpRequest get =
                HttpRequest.newBuilder(URI.create(control + "/ledger")).build();
        return MAPPER.readTree(http.send(get, BodyHandlers.ofString()).body());
    }

    /** Whether the number is rented and got the text. */
    boolean text(String number, String text) throws IOException, InterruptedException {
        String body =
                MAPPER.createObjectNode().put("to", number).put("text", text).toString();
        HttpRequest post = HttpRequest.newBuilder(URI.create(control + "/sms"))
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<Void> answer = http.send(post, BodyHandlers.discarding());
        return answer.statusCode() == 200;
    }

    @Override
    public void close() {
        http.close();
    }
}
