package io.otpstream.dashboard.http;

import io.javalin.config.RoutesConfig;

/** Some paths and what answers them. Handlers run on any thread, several at once. */
@FunctionalInterface
public interface Routes {

    /** Adds them to the server that is being set up. */
    void addTo(RoutesConfig routes);
}
