package io.otpstream.simulator.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.otpstream.simulator.vendor.ApiCall;
import io.otpstream.simulator.vendor.ModelClock;
import io.otpstream.simulator.vendor.RefusedException;
import io.otpstream.simulator.vendor.Secret;
import io.otpstream.simulator.vendor.VendorDesk;
import io.otpstream.simulator.vendor.WebhookChange;
import io.otpstream.simulator.vendor.WebhookSettings;
import io.otpstream.simulator.vendor.Webhooks;
import java.net.URI;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The published calls about the webhook. */
final class PublishedWebhook {

    private static final String REASON = "too many consecutive failures";

    private final VendorDesk desk;
    private final Counter counter;
    private final WebhookSender sender;

    PublishedWebhook(VendorDesk desk, Counter counter, WebhookSender sender) {
        this.desk = desk;
        this.counter = counter;
        this.sender = sender;
    }

    void addTo(RoutesConfig routes) {
        routes.get("/v1/webhook", ctx -> counter.serve(ctx, ApiCall.WEBHOOK, call -> show()));
        routes.patch("/v1/webhook", ctx -> counter.serve(ctx, ApiCall.WEBHOOK_CHANGE, call -> change(ctx)));
        routes.post("/v1/webhook/test", ctx -> counter.serve(ctx, ApiCall.WEBHOOK_TEST, call -> test()));
    }

    /** Reads tell the secret in clear text. */
    private record Shown(
            @Nullable String webhookUrl,
            @Nullable Secret webhookSecret,
            @Nullable Instant webhookDisabledAt,
            @Nullable String webhookDisabledReason,
            int webhookConsecutiveFailures) {
        static Shown of(WebhookSettings settings, ModelClock clock) {
            return new Shown(
                    settings.url().map(URI::toString).orElse(null),
                    settings.secret().orElse(null),
                    settings.disabledAt().map(clock::instantAt).orElse(null),
                    settings.disabledAt().map(at -> REASON).orElse(null),
                    settings.failures());
        }
    }

    private record Tested(int statusCode) {}

    private Reply show() {
        return Reply.ok(Shown.of(desk.ask((vendor, now) -> vendor.webhooks().settings()), desk.clock()));
    }

    private Reply change(Context ctx) {
        JsonBody body = JsonBody.of(ctx);
        WebhookChange change = new WebhookChange(
                body.optionalAnyText("webhook_url"),
                body.optionalAnyText("webhook_secret").map(Secret::new));
        return Reply.ok(Shown.of(desk.ask((vendor, now) -> vendor.webhooks().change(change, now)), desk.clock()));
    }

    private Reply test() {
        Webhooks.Target target = desk.ask((vendor, now) -> vendor.webhooks().test(now));
        Instant now = desk.clock().instantAt(desk.clock().now());
        int status = sender.send(target, WebhookBody.test(now))
                .orElseThrow(() -> RefusedException.invalid("webhook_url", "webhook_url: nobody answers there"));
        return Reply.ok(new Tested(status));
    }
}
