package io.otpstream.dashboard;

import io.otpstream.dashboard.api.Assets;
import io.otpstream.dashboard.api.CostRoutes;
import io.otpstream.dashboard.api.EventRoutes;
import io.otpstream.dashboard.api.MetricsRoutes;
import io.otpstream.dashboard.api.RateRoutes;
import io.otpstream.dashboard.api.Snapshots;
import io.otpstream.dashboard.api.StateRoutes;
import io.otpstream.dashboard.http.DashboardStartException;
import io.otpstream.dashboard.http.HttpServer;
import io.otpstream.dashboard.http.Routes;
import io.otpstream.dashboard.ports.Surroundings;
import io.otpstream.dashboard.tables.TableReader;
import io.otpstream.dashboard.view.Views;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * The page and the HTTP API. Reads the topics as any user does, so every instance can answer for all of them. Goes on
 * while the brokers don't answer, with what it has read.
 */
public final class Dashboard implements AutoCloseable {

    private static final Duration SNAPSHOT_EVERY = Duration.ofSeconds(1);

    private final DashboardSettings settings;
    private final TableReader reader;
    private final Snapshots snapshots;
    private final MetricsRoutes metrics;
    private final HttpServer server;

    private Dashboard(
            DashboardSettings settings,
            TableReader reader,
            Snapshots snapshots,
            MetricsRoutes metrics,
            HttpServer server) {
        this.settings = settings;
        this.reader = reader;
        this.snapshots = snapshots;
        this.metrics = metrics;
        this.server = server;
    }

    /**
     * Returns once it answers; the tables fill up meanwhile.
     *
     * @param kafka what every Kafka client is given, {@code bootstrap.servers} included
     * @throws DashboardStartException when it can't listen there
     */
    public static Dashboard start(DashboardSettings settings, Map<String, Object> kafka, Surroundings surroundings) {
        InstantSource clock = InstantSource.system();
        TableReader reader = TableReader.start(kafka, surroundings.speed(), clock);
        Views views = new Views(reader::tables, reader::isCurrent, surroundings, clock);
        Snapshots snapshots = Snapshots.start(views::snapshot, SNAPSHOT_EVERY);
        MetricsRoutes metrics = new MetricsRoutes(surroundings.metrics(), reader::tables);
        List<Routes> routes = List.of(
                new Assets(),
                new RateRoutes(views, clock),
                new StateRoutes(views),
                new CostRoutes(reader::tables, clock),
                new EventRoutes(snapshots),
                metrics);
        try {
            return new Dashboard(settings, reader, snapshots, metrics, HttpServer.start(settings, routes));
        } catch (DashboardStartException e) {
            snapshots.close();
            metrics.close();
            reader.close();
            throw e;
        }
    }

    /** Where the page is, for somebody on this machine. */
    public URI uri() {
        String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
        return URI.create("http://" + host + ":" + server.port());
    }

    @Override
    public void close() {
        // First, so that the server doesn't wait for streams that never end.
        snapshots.close();
        server.close();
        metrics.close();
        reader.close();
    }
}
