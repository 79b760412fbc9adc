package io.otpstream.app.dashboard;

import io.otpstream.dashboard.Dashboard;
import java.net.URI;

/** A dashboard with what feeds it. */
public final class RunningDashboard implements AutoCloseable {

    private final Dashboard dashboard;
    private final FleetWatch fleet;

    RunningDashboard(Dashboard dashboard, FleetWatch fleet) {
        this.dashboard = dashboard;
        this.fleet = fleet;
    }

    /** Where the page is, for somebody on this machine. */
    public URI uri() {
        return dashboard.uri();
    }

    @Override
    public void close() {
        dashboard.close();
        fleet.close();
    }
}
