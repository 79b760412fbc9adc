package io.otpstream.app.config;

import static io.otpstream.app.config.ConfigInputsFixture.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.rate.Split;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;

class OtpstreamConfigTest {

    @Test
    void theDefaults() {
        assertThat(nothing().load())
                .isEqualTo(new OtpstreamConfig(
                        new OtpstreamConfig.Api(
                                URI.create("https://api.smscode.gg/v1"),
                                DialectChoice.AUTO,
                                Optional.empty(),
                                Optional.empty(),
                                Duration.ofSeconds(10),
                                300,
                                Duration.ofSeconds(5),
                                Duration.ofMinutes(1)),
                        new OtpstreamConfig.Spending(
                                PollStrategy.ADAPTIVE,
                                Duration.ofMillis(4_400),
                                Map.of(),
                                Map.of(),
                                Split.DEMAND,
                                1_000),
                        new OtpstreamConfig.Buying(
                                10, true, new OtpstreamConfig.Breaker(OptionalInt.of(10), 20, Duration.ofMinutes(10))),
                        new OtpstreamConfig.Webhook(Optional.empty(), Optional.empty(), Optional.empty()),
                        new OtpstreamConfig.Money(
                                Duration.ofMinutes(1),
                                OptionalLong.empty(),
                                OptionalLong.empty(),
                                OptionalLong.empty()),
                        new OtpstreamConfig.Retention(Duration.ofDays(7), Duration.ofHours(1)),
                        new OtpstreamConfig.Alerts(OptionalDouble.empty()),
                        new OtpstreamConfig.Streams(
                                "otpstream", Path.of("/home/ada/.local/state/otpstream"), 1, InDoubtPolicy.REORDER),
                        new OtpstreamConfig.Dashboard("127.0.0.1", 8085, Optional.empty()),
                        new Speed(1),
                        new KafkaSettings(Map.of("bootstrap.servers", "127.0.0.1:9092"))));
    }

    @Test
    void everyKeyReachesItsComponent() {
        Map<String, String> values = new HashMap<>();
        values.put("api.url", "http://127.0.0.1:8080/v1/");
        values.put("api.dialect", "published");
        values.put("api.token.file", "/run/secrets/smscode");
        values.put("api.timeout", "3s");
        values.put("rate.limit.per.minute", "120");
        values.put("poll.interval", "PT6.5S");
        values.put("poll.strategy", "fixed");
        values.put("poll.target-code-age", "7s");
        values.put("tenant.weights", "shop=2, qa=0.5");
        values.put("tenant.orders.per.minute", "qa=10");
        values.put("budget.split", "partitions");
        values.put("choose.wait.idr.per.minute", "250");
        values.put("purchase.max.quantity", "100");
        values.put("finish.enabled", "false");
        values.put("breaker.success.below", "none");
        values.put("breaker.min.orders", "50");
        values.put("breaker.pause", "1h");
        values.put("webhook.listen", "[::1]:8086");
        values.put("webhook.secret.file", "/run/secrets/webhook");
        values.put("catalog.ttl", "5m");
        values.put("balance.interval", "30s");
        values.put("spend.cap.idr.per.hour", "100000");
        values.put("spend.cap.idr.per.day", "1000000");
        values.put("alert.balance.below.idr", "50000");
        values.put("dedup.retention", "2d");
        values.put("results.retention", "15m");
        values.put("in-doubt.policy", "fail");
        values.put("alert.success.rate.below", "0.5");
        values.put("application.id", "otp-staging");
        values.put("state.dir", "/var/lib/otpstream");
        values.put("stream.threads", "4");
        values.put("dashboard.host", "0.0.0.0");
        values.put("dashboard.port", "0");
        values.put("dashboard.password", "correct-horse");
        values.put("speed", "12.5");
        values.put("kafka.bootstrap.servers", "a:9092,b:9093");
        assertThat(values).containsOnlyKeys(ConfigKeys.definition().names());
        ConfigInputsFixture given = nothing()
                .variable("SMSCODE_TOKEN", "token-1")
                .variable("SMSCODE_WEBHOOK_SECRET", " secret-1\n")
                .set("kafka.client.rack", "r1");
        values.forEach(given::set);

        assertThat(given.load())
                .isEqualTo(new OtpstreamConfig(
                        new OtpstreamConfig.Api(
                                URI.create("http://127.0.0.1:8080/v1"),
                                DialectChoice.PUBLISHED,
                                Optional.of(new Password("token-1")),
                                Optional.of(Path.of("/run/secrets/smscode")),
                                Duration.ofSeconds(3),
                                120,
                                Duration.ofMillis(6_500),
                                Duration.ofMinutes(5)),
                        new OtpstreamConfig.Spending(
                                PollStrategy.FIXED,
                                Duration.ofSeconds(7),
                                Map.of("shop", 2.0, "qa", 0.5),
                                Map.of("qa", 10.0),
                                Split.PARTITIONS,
                                250),
                        new OtpstreamConfig.Buying(
                                100, false, new OtpstreamConfig.Breaker(OptionalInt.empty(), 50, Duration.ofHours(1))),
                        new OtpstreamConfig.Webhook(
                                Optional.of(new HostAndPort("::1", 8086)),
                                Optional.of(new Password("secret-1")),
                                Optional.of(Path.of("/run/secrets/webhook"))),
                        new OtpstreamConfig.Money(
                                Duration.ofSeconds(30),
                                OptionalLong.of(100_000),
                                OptionalLong.of(1_000_000),
                                OptionalLong.of(50_000)),
                        new OtpstreamConfig.Retention(Duration.ofDays(2), Duration.ofMinutes(15)),
                        new OtpstreamConfig.Alerts(OptionalDouble.of(0.5)),
                        new OtpstreamConfig.Streams(
                                "otp-staging", Path.of("/var/lib/otpstream"), 4, InDoubtPolicy.FAIL),
                        new OtpstreamConfig.Dashboard("0.0.0.0", 0, Optional.of(new Password("correct-horse"))),
                        new Speed(12.5),
                        new KafkaSettings(Map.of("bootstrap.servers", "a:9092,b:9093", "client.rack", "r1"))));
    }

    @Test
    void everyKeyIsDocumentedAndHasARule() {
        assertThat(ConfigKeys.definition().configKeys().values()).isNotEmpty().allSatisfy(key -> {
            assertThat(key.documentation).as(key.name).matches("[A-Z].{30,}\\.").doesNotContain("\n", "  ");
            assertThat(key.validator).as(key.name).isInstanceOf(Rule.class);
            assertThat(key.hasDefault()).as(key.name).isTrue();
        });
    }

    @Test
    void textOfAConfigurationShowsNoSecret() {
        OtpstreamConfig config = nothing()
                .variable("SMSCODE_TOKEN", "s3cret-token")
                .variable("SMSCODE_WEBHOOK_SECRET", "s3cret-webhook")
                .set("kafka.sasl.jaas.config", "password=s3cret-jaas")
                .set("kafka.producer.ssl.keystore.password", "s3cret-store")
                .set("kafka.security.protocol", "SASL_SSL")
                .variable("OTPSTREAM_DASHBOARD_PASSWORD", "s3cret-password")
                .load();

        assertThat(config.toString())
                .doesNotContain("s3cret")
                .contains("sasl.jaas.config=[hidden]", "security.protocol=SASL_SSL");
    }

    @Test
    void stateIsKeptWhereTheDesktopRulesSay() {
        assertThat(nothing()
                        .variable("XDG_STATE_HOME", "/state")
                        .load()
                        .streams()
                        .stateDir())
                .isEqualTo(Path.of("/state/otpstream"));
    }

    @Test
    void aKafkaClientGetsAMapOfItsOwn() {
        KafkaSettings kafka = nothing().load().kafka();
        kafka.toClientConfig().put("client.id", "changed");

        assertThat(kafka.toClientConfig()).isEqualTo(Map.of("bootstrap.servers", "127.0.0.1:9092"));
    }
}
