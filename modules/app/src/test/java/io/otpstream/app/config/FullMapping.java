package io.otpstream.app.config;

import java.util.Map;
import java.util.Objects;

/** Every setting at another value than its default. */
final class FullMapping {

    static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("api.url", "http://127.0.0.1:8080/v1/"),
            Map.entry("api.dialect", "published"),
            Map.entry("api.token.file", "/run/secrets/smscode"),
            Map.entry("api.timeout", "3s"),
            Map.entry("rate.limit.per.minute", "120"),
            Map.entry("poll.interval", "PT6.5S"),
            Map.entry("poll.strategy", "fixed"),
            Map.entry("poll.target-code-age", "7s"),
            Map.entry("tenant.weights", "shop=2, qa=0.5"),
            Map.entry("tenant.orders.per.minute", "qa=10"),
            Map.entry("budget.split", "partitions"),
            Map.entry("choose.wait.idr.per.minute", "250"),
            Map.entry("purchase.max.quantity", "100"),
            Map.entry("finish.enabled", "false"),
            Map.entry("breaker.success.below", "none"),
            Map.entry("breaker.min.orders", "50"),
            Map.entry("breaker.pause", "1h"),
            Map.entry("webhook.listen", "[::1]:8086"),
            Map.entry("webhook.secret.file", "/run/secrets/webhook"),
            Map.entry("catalog.ttl", "5m"),
            Map.entry("balance.interval", "30s"),
            Map.entry("spend.cap.idr.per.hour", "100000"),
            Map.entry("spend.cap.idr.per.day", "1000000"),
            Map.entry("alert.balance.below.idr", "50000"),
            Map.entry("dedup.retention", "2d"),
            Map.entry("results.retention", "15m"),
            Map.entry("in-doubt.policy", "fail"),
            Map.entry("alert.success.rate.below", "0.5"),
            Map.entry("application.id", "otp-staging"),
            Map.entry("state.dir", "/var/lib/otpstream"),
            Map.entry("stream.threads", "4"),
            Map.entry("dashboard.host", "0.0.0.0"),
            Map.entry("dashboard.port", "0"),
            Map.entry("dashboard.password", "correct-horse"),
            Map.entry("speed", "12.5"),
            Map.entry("kafka.bootstrap.servers", "a:9092,b:9093"));

    private FullMapping() {}

    static String value(String key) {
        return Objects.requireNonNull(VALUES.get(key), key);
    }

    static OtpstreamConfig load() {
        ConfigInputsFixture given = ConfigInputsFixture.nothing()
                .variable("SMSCODE_TOKEN", "token-1")
                .variable("SMSCODE_WEBHOOK_SECRET", " secret-1\n")
                .set("kafka.client.rack", "r1");
        VALUES.forEach(given::set);
        return given.load();
    }
}
