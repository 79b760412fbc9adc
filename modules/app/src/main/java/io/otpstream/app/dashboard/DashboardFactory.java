package io.otpstream.app.dashboard;

import io.otpstream.app.config.OtpstreamConfig;
import io.otpstream.dashboard.Dashboard;
import io.otpstream.dashboard.DashboardSettings;
import io.otpstream.dashboard.http.DashboardStartException;
import io.otpstream.dashboard.ports.CountryPort.NamedCountry;
import io.otpstream.dashboard.ports.Surroundings;
import io.otpstream.streams.Pipeline;
import java.util.List;

/** Starts the dashboard that the configuration describes, beside a pipeline. */
public final class DashboardFactory {

    private DashboardFactory() {}

    /**
     * Returns once it answers.
     *
     * @param pipeline stays the caller's, and is closed after the dashboard
     * @throws DashboardStartException when it can't listen where it should
     */
    public static RunningDashboard start(OtpstreamConfig config, Pipeline pipeline) {
        return start(config, pipeline, config.dashboard().port());
    }

    /** The same on the configured port, or on any free one if something else has that. */
    public static RunningDashboard startAnywhere(OtpstreamConfig config, Pipeline pipeline) {
        try {
            return start(config, pipeline);
        } catch (DashboardStartException taken) {
            return start(config, pipeline, 0);
        }
    }

    private static RunningDashboard start(OtpstreamConfig config, Pipeline pipeline, int port) {
        DashboardSettings settings = new DashboardSettings(
                config.dashboard().host(), port, config.dashboard().password());
        double speed = config.speed().factor();
        FleetWatch fleet = FleetWatch.start(config.kafka().toClientConfig());
        BudgetFigures figures = new BudgetFigures(config.api().rateLimitPerMinute(), speed);
        Surroundings surroundings = new Surroundings(
                () -> fleet.state().map(figures::of),
                () -> countries(pipeline),
                pipeline::isServing,
                pipeline::metrics,
                speed);
        try {
            return new RunningDashboard(
                    Dashboard.start(settings, config.kafka().toClientConfig(), surroundings), fleet);
        } catch (DashboardStartException e) {
            fleet.close();
            throw e;
        }
    }

    private static List<NamedCountry> countries(Pipeline pipeline) {
        return pipeline.countries().stream()
                .map(country -> new NamedCountry(country.id(), country.name(), country.isoCode()))
                .toList();
    }
}
