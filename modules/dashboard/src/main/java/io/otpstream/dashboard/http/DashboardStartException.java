package io.otpstream.dashboard.http;

import java.io.Serial;

/** The dashboard can't listen where it should. */
public final class DashboardStartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DashboardStartException(String host, int port, Throwable cause) {
        super("the dashboard can't listen on " + host + ":" + port + "; is something else using it?", cause);
    }
}
