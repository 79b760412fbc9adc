package io.otpstream.dashboard.costs;

import static io.otpstream.dashboard.costs.Ledger.TEN;
import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The one line that a server needs for it. */
class CostsHandlerTest {

    private final Ledger ledger = new Ledger().spends(TEN, 6, 1, null, List.of("signup"), 5_000);
    private final Javalin server = Javalin.create(config -> {
        config.startup.showJavalinBanner = false;
        config.routes.get("/api/costs", new CostsHandler(ledger, InstantSource.fixed(TEN)));
    });

    @BeforeEach
    void start() {
        server.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void jsonIsTheDefault() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("?by=label&from=2026-03-01T10:00:00%2B00:00");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).contains("application/json");
        assertThat(answer.body()).contains("\"label\":\"signup\"");
    }

    @Test
    void csvIsAFile() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("?format=csv");

        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/csv"));
        assertThat(answer.headers().firstValue("content-disposition"))
                .contains("attachment; filename=\"otpstream-costs.csv\"");
        assertThat(answer.body()).startsWith("from,to,by,group,");
    }

    @Test
    void whatCanNotBeUsedGivesABadRequest() throws IOException, InterruptedException {
        HttpResponse<String> answer = get("?by=weekday");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"field\":\"by\"");
    }

    private HttpResponse<String> get(String query) throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + server.port() + "/api/costs" + query);
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
