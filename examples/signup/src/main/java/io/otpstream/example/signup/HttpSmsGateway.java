package io.otpstream.example.signup;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Posts texts as {@code {"to", "text"}} to a URL: that of a real gateway, or in tests that of the simulated one. */
final class HttpSmsGateway implements SmsGateway {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final URI url;

    HttpSmsGateway(URI url) {
        this.url = url;
    }

    @Override
    public void send(String to, String text) throws SmsNotTakenException {
        String json = JsonNodeFactory.instance
                .objectNode()
                .put("to", to)
                .put("text", text)
                .toString();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
        int status = status(request);
        if (status / 100 != 2) {
            throw new SmsNotTakenException(status);
        }
    }

    private int status(HttpRequest request) throws SmsNotTakenException {
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new SmsNotTakenException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SmsNotTakenException(e);
        }
    }
}
