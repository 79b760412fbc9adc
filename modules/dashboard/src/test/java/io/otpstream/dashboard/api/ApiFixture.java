package io.otpstream.dashboard.api;

import io.otpstream.dashboard.DashboardSettings;
import io.otpstream.dashboard.http.HttpServer;
import io.otpstream.dashboard.ports.Budget;
import io.otpstream.dashboard.ports.CountryPort.NamedCountry;
import io.otpstream.dashboard.ports.Surroundings;
import io.otpstream.dashboard.tables.TableFixture;
import io.otpstream.dashboard.view.Views;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.config.types.Password;

/** The HTTP API over tables that the test fills, without a broker. */
final class ApiFixture implements AutoCloseable {

    final TableFixture tables;
    final Snapshots snapshots;
    volatile Optional<Budget> budget = Optional.empty();
    volatile boolean serving = true;
    volatile boolean current = true;
    private final MetricsRoutes metrics;
    private final HttpServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    private ApiFixture(double speed, Optional<Password> password) {
        tables = new TableFixture(speed);
        Surroundings surroundings = new Surroundings(
                () -> budget,
                () -> List.of(new NamedCountry(6, "Indonesia", "ID"), new NamedCountry(7, null, "vn")),
                () -> serving,
                Map::of,
                speed);
        Views views = new Views(tables::tables, () -> current, surroundings, () -> TableFixture.NOW);
        snapshots = Snapshots.start(views::snapshot, Duration.ofMillis(50));
        metrics = new MetricsRoutes(surroundings.metrics(), tables::tables);
        server = HttpServer.start(
                new DashboardSettings("127.0.0.1", 0, password),
                List.of(
                        new Assets(),
                        new RateRoutes(views, () -> TableFixture.NOW),
                        new StateRoutes(views),
                        new CostRoutes(tables::tables, () -> TableFixture.NOW),
                        new EventRoutes(snapshots),
                        metrics));
    }

    static ApiFixture open() {
        return new ApiFixture(1, Optional.empty());
    }

    static ApiFixture faster(double speed) {
        return new ApiFixture(speed, Optional.empty());
    }

    static ApiFixture closedWith(String password) {
        return new ApiFixture(1, Optional.of(new Password(password)));
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request.build());
    }

    HttpResponse<String> send(HttpRequest request) {
        try {
            return client.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + server.port() + path);
    }

    int port() {
        return server.port();
    }

    @Override
    public void close() {
        snapshots.close();
        server.close();
        metrics.close();
        client.close();
    }
}
