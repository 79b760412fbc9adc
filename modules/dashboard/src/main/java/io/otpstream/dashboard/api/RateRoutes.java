package io.otpstream.dashboard.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.otpstream.dashboard.http.ApiException;
import io.otpstream.dashboard.http.ApiJson;
import io.otpstream.dashboard.http.Parameters;
import io.otpstream.dashboard.http.Routes;
import io.otpstream.dashboard.view.Views;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** How orders went: by country, by platform and by hour. */
public final class RateRoutes implements Routes {

    private static final String ROOT = "/api/success-rates";
    private static final String COUNTRY = "country";
    private static final Duration DAY = Duration.ofDays(1);

    private final Views views;
    private final InstantSource clock;

    public RateRoutes(Views views, InstantSource clock) {
        this.views = views;
        this.clock = clock;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get(ROOT, ctx -> ApiJson.send(ctx, Map.of("countries", views.rates())));
        routes.get(ROOT + "/hourly", this::hourly);
        routes.get(ROOT + "/{" + COUNTRY + "}", this::country);
    }

    private void country(Context ctx) {
        ObjectNode rates = views.rates(Parameters.pathId(ctx, COUNTRY)).orElseThrow(RateRoutes::unknown);
        ApiJson.send(ctx, rates);
    }

    private void hourly(Context ctx) {
        OptionalInt country = Parameters.queryId(ctx, COUNTRY);
        Instant to = Parameters.queryInstant(ctx, "to").orElseGet(clock::instant);
        Instant from = Parameters.queryInstant(ctx, "from").orElse(to.minus(DAY));
        if (!from.isBefore(to)) {
            throw ApiException.badParameter("from", "an instant before to");
        }
        if (country.isPresent() && !views.knows(country.getAsInt())) {
            throw unknown();
        }
        ObjectNode answer = ApiJson.empty();
        answer.put("from", from.toString()).put("to", to.toString());
        answer.putArray("hours").addAll(hours(country, from, to));
        ApiJson.send(ctx, answer);
    }

    private List<ObjectNode> hours(OptionalInt country, Instant from, Instant to) {
        return views.hours(from, to).stream()
                .filter(row -> country.isEmpty() || row.path("country_id").intValue() == country.getAsInt())
                .toList();
    }

    private static ApiException unknown() {
        return ApiException.notFound(COUNTRY, "no country with this id is known");
    }
}
