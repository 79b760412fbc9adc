package io.otpstream.app.config;

import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.rate.Split;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.apache.kafka.common.config.types.Password;

/**
 * Values that have passed their rules, on their way into the typed configuration.
 *
 * @param parsed has a value for every defined key
 * @param kafka what was set for the Kafka clients, without the prefix
 */
record ConfigValues(Map<String, Object> parsed, Map<String, String> kafka) {

    OtpstreamConfig toConfig(Secrets secrets, ConfigInputs inputs) {
        return new OtpstreamConfig(
                api(secrets),
                spending(),
                buying(),
                webhook(secrets),
                money(),
                new OtpstreamConfig.Retention(
                        duration(ConfigKeys.DEDUP_RETENTION), duration(ConfigKeys.RESULTS_RETENTION)),
                new OtpstreamConfig.Alerts(share(ConfigKeys.ALERT_SUCCESS_RATE_BELOW)),
                streams(inputs),
                dashboard(),
                new Speed((Double) value(ConfigKeys.SPEED)),
                kafkaSettings());
    }

    private OtpstreamConfig.Api api(Secrets secrets) {
        return new OtpstreamConfig.Api(
                URI.create(text(ConfigKeys.API_URL).replaceAll("/+$", "")),
                DialectChoice.valueOf(text(ConfigKeys.API_DIALECT).toUpperCase(Locale.ROOT)),
                secrets.token(),
                path(ConfigKeys.API_TOKEN_FILE),
                duration(ConfigKeys.API_TIMEOUT),
                integer(ConfigKeys.RATE_LIMIT_PER_MINUTE),
                duration(ConfigKeys.POLL_INTERVAL),
                duration(ConfigKeys.CATALOG_TTL));
    }

    private OtpstreamConfig.Spending spending() {
        return new OtpstreamConfig.Spending(
                PollStrategy.valueOf(text(ConfigKeys.POLL_STRATEGY).toUpperCase(Locale.ROOT)),
                duration(ConfigKeys.POLL_TARGET_CODE_AGE),
                TenantNumbers.parse(text(ConfigKeys.TENANT_WEIGHTS)).orElseThrow(),
                TenantNumbers.parse(text(ConfigKeys.TENANT_ORDERS_PER_MINUTE)).orElseThrow(),
                Split.valueOf(text(ConfigKeys.BUDGET_SPLIT).toUpperCase(Locale.ROOT)),
                integer(ConfigKeys.CHOOSE_WAIT_IDR_PER_MINUTE));
    }

    private OtpstreamConfig.Buying buying() {
        return new OtpstreamConfig.Buying(
                integer(ConfigKeys.PURCHASE_MAX_QUANTITY),
                (Boolean) value(ConfigKeys.FINISH_ENABLED),
                new OtpstreamConfig.Breaker(
                        percent(ConfigKeys.BREAKER_SUCCESS_BELOW),
                        integer(ConfigKeys.BREAKER_MIN_ORDERS),
                        duration(ConfigKeys.BREAKER_PAUSE)));
    }

    private OtpstreamConfig.Webhook webhook(Secrets secrets) {
        return new OtpstreamConfig.Webhook(
                HostAndPort.parse(text(ConfigKeys.WEBHOOK_LISTEN)),
                secrets.webhook(),
                path(ConfigKeys.WEBHOOK_SECRET_FILE));
    }

    private OtpstreamConfig.Money money() {
        return new OtpstreamConfig.Money(
                duration(ConfigKeys.BALANCE_INTERVAL),
                RupiahText.parse(text(ConfigKeys.SPEND_CAP_PER_HOUR)),
                RupiahText.parse(text(ConfigKeys.SPEND_CAP_PER_DAY)),
                RupiahText.parse(text(ConfigKeys.ALERT_BALANCE_BELOW)));
    }

    private OtpstreamConfig.Streams streams(ConfigInputs inputs) {
        Path stateDir = path(ConfigKeys.STATE_DIR).orElseGet(() -> defaultStateDir(inputs));
        return new OtpstreamConfig.Streams(
                text(ConfigKeys.APPLICATION_ID),
                stateDir.toAbsolutePath(),
                integer(ConfigKeys.STREAM_THREADS),
                InDoubtPolicy.valueOf(text(ConfigKeys.IN_DOUBT_POLICY).toUpperCase(Locale.ROOT)));
    }

    private OtpstreamConfig.Dashboard dashboard() {
        return new OtpstreamConfig.Dashboard(
                text(ConfigKeys.DASHBOARD_HOST),
                integer(ConfigKeys.DASHBOARD_PORT),
                Optional.of((Password) value(ConfigKeys.DASHBOARD_PASSWORD))
                        .filter(password -> !password.value().isEmpty()));
    }

    private KafkaSettings kafkaSettings() {
        Map<String, String> properties = new HashMap<>(kafka);
        properties.put("bootstrap.servers", text(ConfigKeys.KAFKA_BOOTSTRAP_SERVERS));
        return new KafkaSettings(properties);
    }

    /** The XDG base directory rules: state that should outlive a reboot, unlike what is in a temporary directory. */
    private static Path defaultStateDir(ConfigInputs inputs) {
        String xdg = inputs.environment().getOrDefault("XDG_STATE_HOME", "");
        Path base = xdg.startsWith("/") ? Path.of(xdg) : inputs.home().resolve(".local/state");
        return base.resolve("otpstream");
    }

    private Object value(String key) {
        return Objects.requireNonNull(parsed.get(key), key);
    }

    private String text(String key) {
        return (String) value(key);
    }

    private int integer(String key) {
        return (Integer) value(key);
    }

    private OptionalDouble share(String key) {
        String text = text(key).strip();
        return text.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(text));
    }

    private OptionalInt percent(String key) {
        String text = text(key);
        return text.equals("none") ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text));
    }

    private Duration duration(String key) {
        return DurationText.parse(text(key)).orElseThrow();
    }

    private Optional<Path> path(String key) {
        return Optional.of(text(key)).filter(name -> !name.isBlank()).map(Path::of);
    }
}
