package io.otpstream.dashboard.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.otpstream.dashboard.http.ApiException;
import io.otpstream.dashboard.http.ApiJson;
import io.otpstream.dashboard.http.Routes;
import io.otpstream.dashboard.view.Readiness;
import io.otpstream.dashboard.view.Views;
import java.util.Map;

/** How things are now: orders, budget, alerts, health; and what countries are called. */
public final class StateRoutes implements Routes {

    private final Views views;

    public StateRoutes(Views views) {
        this.views = views;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/orders/summary", ctx -> ApiJson.send(ctx, views.orders()));
        routes.get("/api/budget", this::budget);
        routes.get("/api/alerts", ctx -> ApiJson.send(ctx, views.alerts()));
        routes.get("/api/countries", ctx -> ApiJson.send(ctx, Map.of("countries", views.countries())));
        routes.get("/api/health/live", ctx -> ApiJson.send(ctx, Map.of("live", true)));
        routes.get("/api/health/ready", this::ready);
    }

    private void budget(Context ctx) {
        ApiJson.send(
                ctx,
                views.budget().orElseThrow(() -> ApiException.busy("the state of the budget has not been read yet")));
    }

    private void ready(Context ctx) {
        Readiness readiness = views.readiness();
        ctx.status(readiness.ready() ? 200 : 503);
        ApiJson.send(ctx, readiness);
    }
}
