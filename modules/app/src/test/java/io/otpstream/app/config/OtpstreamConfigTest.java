package io.otpstream.app.config;

import static io.otpstream.app.config.ConfigInputsFixture.nothing;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.rate.Split;
import java.lang.reflect.RecordComponent;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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
        assertThat(FullMapping.load())
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
    void theFullMappingLeavesNothingAtItsDefault() {
        assertThat(FullMapping.VALUES).containsOnlyKeys(ConfigKeys.definition().names());

        Map<String, Object> byDefault = components("", nothing().load());
        Map<String, Object> full = components("", FullMapping.load());

        assertThat(full).hasSizeGreaterThan(30).hasSameSizeAs(byDefault);
        assertThat(full).allSatisfy((name, value) -> assertThat(value).as(name).isNotEqualTo(byDefault.get(name)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void everyKeyChangesSomethingByItself(String key) {
        assertThat(withoutObjections().set(key, FullMapping.value(key)).load())
                .isNotEqualTo(withoutObjections().load());
    }

    static Set<String> keys() {
        return ConfigKeys.definition().names();
    }

    /** Whatever single key is set beside these, no other one has to go with it. */
    private static ConfigInputsFixture withoutObjections() {
        return nothing()
                .variable("SMSCODE_WEBHOOK_SECRET", "s3cret")
                .set("api.url", "http://127.0.0.1:1/v1")
                .set("dashboard.password", "another-horse");
    }

    /** Name → value of what isn't a record of the configuration itself. */
    private static Map<String, Object> components(String name, Object value) {
        Map<String, Object> components = new HashMap<>();
        if (value instanceof Record && value.getClass().getPackage().equals(OtpstreamConfig.class.getPackage())) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                components.putAll(components(name + "/" + component.getName(), read(component, value)));
            }
        } else {
            components.put(name, value);
        }
        return components;
    }

    private static Object read(RecordComponent component, Object value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.getName(), e);
        }
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
    void crossChecksAreAboutKeysThatExist() {
        assertThat(CrossCheck.all()).isNotEmpty().allSatisfy(check -> {
            assertThat(check.keys())
                    .isNotEmpty()
                    .isSubsetOf(ConfigKeys.definition().names());
            assertThat(check.text(key -> "key")).matches("key: expected .+").doesNotContain("{", "}");
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
