package io.otpstream.app.check;

import io.otpstream.app.config.ConfigKeys;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;

/**
 * Whether the dashboard could listen where it should. Only {@code run --dashboard} needs that, so it is never more than a
 * warning.
 *
 * @param port 0 for any free one
 */
record DashboardProbe(String host, int port) implements Probe {

    @Override
    public List<CheckId> checks() {
        return List.of(CheckId.DASHBOARD);
    }

    @Override
    public List<Finding> look() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getAllByName(host)[0], port));
            return List.of(Finding.ok(CheckId.DASHBOARD, at() + " is free for 'run --dashboard'"));
        } catch (IOException taken) {
            return List.of(Finding.warn(
                    CheckId.DASHBOARD,
                    "'run --dashboard' can't listen at " + at() + ": it is taken, or not this machine's",
                    "set " + ConfigKeys.DASHBOARD_PORT + " to another port, or 0 for any; it is taken as well where an"
                            + " instance runs here already"));
        }
    }

    private String at() {
        return port == 0 ? host + ", any port" : host + ":" + port;
    }
}
