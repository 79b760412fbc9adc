package io.otpstream.example.signup;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;

/** Fills in forms as a browser does, cookies and redirects included. */
final class Visitor implements AutoCloseable {

    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.ALWAYS)
            .build();
    private final URI app;

    Visitor(URI app) {
        this.app = app;
    }

    HttpResponse<String> open(String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(app.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** Submits a form of one field. */
    HttpResponse<String> submit(String path, String field, String value) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(app.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(field + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)))
                .build();
        return client.send(request, BodyHandlers.ofString());
    }

    @Override
    public void close() {
        client.close();
    }
}
