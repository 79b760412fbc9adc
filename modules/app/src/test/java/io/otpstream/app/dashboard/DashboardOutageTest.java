package io.otpstream.app.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.otpstream.app.broker.EmbeddedBroker;
import io.otpstream.app.broker.EmbeddedBrokerSettings;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.pipeline.TopicCheck;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.dashboard.Dashboard;
import io.otpstream.dashboard.DashboardSettings;
import io.otpstream.dashboard.ports.Surroundings;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The dashboard with a real broker that isn't ready yet, goes away and comes back. */
class DashboardOutageTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Instant AT = Instant.parse("2026-03-01T10:00:00Z");

    @TempDir
    private Path directory;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void staysAliveWithWhatItHasReadUntilTheBrokerIsBack() throws Exception {
        EmbeddedBrokerSettings settings = EmbeddedBrokerSettings.temporary().withDataDir(directory.resolve("broker"));
        EmbeddedBroker broker = EmbeddedBroker.start(settings);
        Map<String, Object> kafka = Map.of("bootstrap.servers", broker.bootstrapServers());
        int port = Integer.parseInt(broker.bootstrapServers().split(":", -1)[1]);
        Surroundings surroundings = new Surroundings(Optional::empty, List::of, () -> true, Map::of, 1);
        try (Dashboard dashboard =
                Dashboard.start(new DashboardSettings("127.0.0.1", 0, Optional.empty()), kafka, surroundings)) {
            assertThat(status(dashboard, "live")).isEqualTo(200);
            assertThat(status(dashboard, "ready")).as("without topics").isEqualTo(503);

            TopicCheck.prepare(Cluster.of(kafka), TopicCatalogue.load());
            write(kafka, 3);
            awaitRates(dashboard, 3);

            broker.close();
            await().atMost(PATIENCE).until(() -> status(dashboard, "ready") == 503);
            assertThat(status(dashboard, "live")).isEqualTo(200);
            assertThat(get(dashboard, "/api/success-rates").body()).contains("\"codes\":3");

            broker = EmbeddedBroker.start(settings.withPort(port));
            write(kafka, 4);
            awaitRates(dashboard, 4);
        } finally {
            broker.close();
        }
    }

    private void awaitRates(Dashboard dashboard, int codes) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(get(dashboard, "/api/success-rates").body()).contains("\"codes\":" + codes);
            assertThat(status(dashboard, "ready")).isEqualTo(200);
        });
    }

    private static void write(Map<String, Object> kafka, int codes) throws ExecutionException, InterruptedException {
        try (Producer<String, SuccessRates> producer = Cluster.of(kafka).producer(Topics.SUCCESS_RATES)) {
            SuccessRates rates = SuccessRates.of(6, AT).codes(codes).build();
            producer.send(new ProducerRecord<>(Topics.SUCCESS_RATES.name(), "6", rates))
                    .get();
        }
    }

    private int status(Dashboard dashboard, String health) throws IOException, InterruptedException {
        return get(dashboard, "/api/health/" + health).statusCode();
    }

    private HttpResponse<String> get(Dashboard dashboard, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(dashboard.uri().resolve(path)).build(), BodyHandlers.ofString());
    }
}
