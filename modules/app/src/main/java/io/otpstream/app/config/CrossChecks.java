package io.otpstream.app.config;

import io.otpstream.dashboard.DashboardSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What must hold between two settings. */
final class CrossChecks {

    private static final String REAL_API_HOST = "api.smscode.gg";

    /** Kafka settings that the pipeline decides, and what to do instead. */
    private static final Map<String, String> NOT_FOR_KAFKA = new TreeMap<>(Map.of(
            "kafka.application.id", "set " + ConfigKeys.APPLICATION_ID + " instead",
            "kafka.state.dir", "set " + ConfigKeys.STATE_DIR + " instead",
            "kafka.num.stream.threads", "set " + ConfigKeys.STREAM_THREADS + " instead",
            "kafka.processing.guarantee", "leave it out: no paid order is safe without exactly_once_v2"));

    private final OtpstreamConfig config;
    private final Map<String, Setting> settings;
    private final List<String> problems = new ArrayList<>();

    CrossChecks(OtpstreamConfig config, Map<String, Setting> settings) {
        this.config = config;
        this.settings = settings;
    }

    List<String> problems() {
        realApi();
        retention();
        dashboard();
        spendCaps();
        webhook();
        NOT_FOR_KAFKA.forEach((key, instead) -> {
            if (settings.containsKey(key)) {
                problems.add(named(key) + ": " + instead);
            }
        });
        return List.copyOf(problems);
    }

    private void realApi() {
        if (!REAL_API_HOST.equalsIgnoreCase(config.api().url().getHost())) {
            return;
        }
        if (config.speed().isFaster()) {
            problems.add(named(ConfigKeys.SPEED) + ": expected 1 while " + named(ConfigKeys.API_URL)
                    + " is the real API, which can't be hurried");
        }
        if (!"https".equals(config.api().url().getScheme())) {
            problems.add(named(ConfigKeys.API_URL) + ": expected https for " + REAL_API_HOST
                    + ", else the token travels in clear");
        }
    }

    private void retention() {
        if (config.retention().results().compareTo(config.retention().dedup()) > 0) {
            problems.add(named(ConfigKeys.RESULTS_RETENTION) + ": expected at most " + named(ConfigKeys.DEDUP_RETENTION)
                    + ", for a code must not outlive what is known of its request");
        }
    }

    private void dashboard() {
        if (config.dashboard().password().isEmpty()
                && !DashboardSettings.isLoopback(config.dashboard().host())) {
            problems.add(named(ConfigKeys.DASHBOARD_HOST) + ": expected 127.0.0.1 while "
                    + named(ConfigKeys.DASHBOARD_PASSWORD) + " is empty, for others could look in");
        }
    }

    private void spendCaps() {
        OptionalLong perHour = config.money().capPerHour();
        OptionalLong perDay = config.money().capPerDay();
        if (perHour.isPresent() && perDay.isPresent() && perDay.getAsLong() < perHour.getAsLong()) {
            problems.add(named(ConfigKeys.SPEND_CAP_PER_DAY) + ": expected at least "
                    + named(ConfigKeys.SPEND_CAP_PER_HOUR) + ", for a day has that hour in it");
        }
    }

    private void webhook() {
        OtpstreamConfig.Webhook webhook = config.webhook();
        if (webhook.listen().isEmpty()) {
            return;
        }
        if (webhook.secret().isEmpty() && webhook.secretFile().isEmpty()) {
            problems.add(named(ConfigKeys.WEBHOOK_LISTEN) + ": expected the webhook's secret in "
                    + named(ConfigKeys.WEBHOOK_SECRET_FILE) + " or in the environment variable " + Secrets.WEBHOOK
                    + ", else anybody could push codes");
        }
        if (config.api().dialect() == DialectChoice.GUIDE) {
            problems.add(named(ConfigKeys.WEBHOOK_LISTEN) + ": expected none while " + named(ConfigKeys.API_DIALECT)
                    + " is guide, which knows no webhooks");
        }
    }

    private String named(String key) {
        Setting setting = settings.get(key);
        return setting != null ? setting.toString() : new Setting(key, "", new Source.Default()).toString();
    }
}
