package io.otpstream.app.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.otpstream.app.broker.EmbeddedBroker;
import io.otpstream.app.broker.EmbeddedBrokerSettings;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.pipeline.TopicCheck;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.simulator.Simulator;
import io.otpstream.simulator.SimulatorSettings;
import io.otpstream.simulator.vendor.Delivery;
import io.otpstream.simulator.vendor.Dialect;
import io.otpstream.simulator.vendor.PublishedRules;
import io.otpstream.simulator.vendor.WebhookRules;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the simulated API through the receiver to a broker that goes away and comes back. */
class PushedToKafkaTest {

    private static final String SECRET = "a secret of the tests";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Indonesia, for the platform whose numbers get no text but from outside. */
    private static final int NO_TEXT = 6903;

    /** Real time is what broker and receiver need; retries follow it. */
    private static final WebhookRules STUBBORN = new WebhookRules(
            Collections.nCopies(60, Duration.ofSeconds(1)), Duration.ofSeconds(10), 100, 0, Duration.ZERO);

    private final ObjectMapper mapper = new ObjectMapper();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    private Path records;

    @Test
    void whatCouldNotBeKeptIsPushedAgainAndKeptThen() throws Exception {
        EmbeddedBroker broker =
                EmbeddedBroker.start(EmbeddedBrokerSettings.temporary().withDataDir(records));
        String servers = broker.bootstrapServers();
        TopicCheck.prepare(Cluster.of(config(servers)), TopicCatalogue.load());
        try (Simulator simulator = Simulator.start(SimulatorSettings.defaults()
                        .withDialect(Dialect.PUBLISHED)
                        .withPublished(PublishedRules.ordinary().withWebhooks(STUBBORN)));
                WebhookReceiver receiver = WebhookReceiver.start(
                        new ReceiverSettings("127.0.0.1", 0, SecretSource.fixed(SECRET)), config(servers))) {
            pushTo(simulator, receiver.uri());
            String first = rent(simulator);
            simulator.text(first, "Your code is 111111");
            awaitDelivered(simulator, 1);

            broker.close();
            simulator.text(first, "Your code is 222222");
            await().atMost(PATIENCE).until(() -> simulator.deliveries().get(1).attempts() > 1);

            broker = EmbeddedBroker.start(EmbeddedBrokerSettings.temporary()
                    .withDataDir(records)
                    .withPort(Integer.parseInt(servers.substring(servers.indexOf(':') + 1))));
            awaitDelivered(simulator, 2);

            // What was sent again may be there twice.
            assertThat(PushedTopic.read(config(servers)))
                    .extracting(event -> event.value().path("sms_revision").intValue())
                    .startsWith(1)
                    .contains(2);
        } finally {
            broker.close();
        }
    }

    private void awaitDelivered(Simulator simulator, int events) {
        await().atMost(PATIENCE)
                .until(() -> simulator.deliveries().stream()
                                .filter(each -> each.state() == Delivery.State.DELIVERED)
                                .count()
                        == events);
    }

    /** A number, with its order. */
    private String rent(Simulator simulator) throws IOException, InterruptedException {
        String body = "{\"catalog_product_id\":" + NO_TEXT + ",\"quantity\":1}";
        return call(simulator, "POST", "/orders/create", body)
                .path("data")
                .path("orders")
                .path(0)
                .path("phone_number")
                .textValue();
    }

    private void pushTo(Simulator simulator, URI receiver) throws IOException, InterruptedException {
        String body = "{\"webhook_url\":\"" + receiver + "\",\"webhook_secret\":\"" + SECRET + "\"}";
        assertThat(call(simulator, "PATCH", "/webhook", body).path("success").booleanValue())
                .isTrue();
    }

    private JsonNode call(Simulator simulator, String method, String path, String body)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(simulator.baseUri() + path))
                .header("Authorization", "Bearer " + Simulator.TOKEN)
                .method(method, BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return mapper.readTree(answer.body());
    }

    private static Map<String, Object> config(String servers) {
        return Map.of("bootstrap.servers", servers);
    }
}
