package io.otpstream.simulator.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.otpstream.simulator.vendor.Delivery;
import io.otpstream.simulator.vendor.RefusedException;
import io.otpstream.simulator.vendor.VendorDesk;
import io.otpstream.simulator.vendor.WebhookSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What there is behind the counter only where the published contract is kept. */
final class PublishedControl {

    static final List<String> CALLS = List.of(
            "POST /simulator/ban {\"seconds\": of model time, 0 lifts it; \"tier\"?}",
            "GET /simulator/webhook",
            "POST /simulator/webhook {\"duplicates\"?: share sent twice, 0 to 1; \"shuffle_seconds\"?: of model time}");

    private static final double LONGEST_SECONDS = 1e9;

    private final VendorDesk desk;

    PublishedControl(VendorDesk desk) {
        this.desk = desk;
    }

    void addTo(RoutesConfig routes) {
        routes.post("/simulator/ban", this::ban);
        routes.get("/simulator/webhook", this::webhook);
        routes.post("/simulator/webhook", this::mischief);
    }

    private record Webhook(boolean set, boolean disabled, int consecutiveFailures, List<Delivery.Entry> deliveries) {}

    private void ban(Context ctx) {
        JsonBody body = JsonBody.of(ctx);
        Duration span = seconds(body, "seconds");
        String tier = body.optionalText("tier").orElse("HARD");
        desk.tell((vendor, now) -> {
            if (span.isZero()) {
                vendor.liftBan();
            } else {
                vendor.ban(span, tier, now);
            }
        });
        send(ctx, Map.of("banned", !span.isZero()));
    }

    private void webhook(Context ctx) {
        WebhookSettings settings = desk.ask((vendor, now) -> vendor.webhooks().settings());
        send(
                ctx,
                new Webhook(
                        settings.url().isPresent(),
                        settings.disabledAt().isPresent(),
                        settings.failures(),
                        desk.ask((vendor, now) -> vendor.webhooks().log(desk.clock()))));
    }

    private void mischief(Context ctx) {
        JsonBody body = JsonBody.of(ctx);
        double duplicates = body.optionalNumber("duplicates", 0);
        if (!(duplicates >= 0 && duplicates <= 1)) {
            throw RefusedException.invalid("duplicates", "duplicates: expected 0 to 1");
        }
        Duration shuffle = seconds(body, "shuffle_seconds");
        desk.tell((vendor, now) -> vendor.webhooks().setMischief(duplicates, shuffle));
        send(ctx, Map.of("duplicates", duplicates));
    }

    private static Duration seconds(JsonBody body, String field) {
        double seconds = body.optionalNumber(field, 0);
        if (!(seconds >= 0 && seconds <= LONGEST_SECONDS)) {
            throw RefusedException.invalid(field, field + ": expected zero or more seconds");
        }
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }

    private static void send(Context ctx, Object data) {
        Answer.data(200, data).send(ctx);
    }
}
