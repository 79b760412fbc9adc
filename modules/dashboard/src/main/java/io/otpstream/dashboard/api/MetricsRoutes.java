package io.otpstream.dashboard.api;

import io.javalin.config.RoutesConfig;
import io.otpstream.contract.Alert;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.SuccessRates;
import io.otpstream.dashboard.http.Routes;
import io.otpstream.dashboard.metrics.MetricTables;
import io.otpstream.dashboard.metrics.PrometheusScrape;
import io.otpstream.dashboard.ports.MetricsPort;
import io.otpstream.dashboard.tables.Tables;
import java.util.Collection;
import java.util.function.Supplier;

/** What Prometheus asks for. */
public final class MetricsRoutes implements Routes, AutoCloseable {

    private final PrometheusScrape scrape;

    /** @param tables asked for with every request */
    public MetricsRoutes(MetricsPort metrics, Supplier<Tables> tables) {
        this.scrape = new PrometheusScrape(metrics::metrics, new Current(tables));
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/metrics", ctx -> ctx.contentType(PrometheusScrape.CONTENT_TYPE)
                .result(scrape.scrape()));
    }

    @Override
    public void close() {
        scrape.close();
    }

    private record Current(Supplier<Tables> tables) implements MetricTables {

        @Override
        public Collection<SuccessRates> countries() {
            return tables.get().countries();
        }

        @Override
        public Collection<BalanceStatement> statements() {
            return tables.get().statements();
        }

        @Override
        public Collection<Alert> activeAlerts() {
            return tables.get().alerts().active();
        }
    }
}
