package io.otpstream.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.app.config.InvalidConfigException;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfiguredBrokerTest {

    private static final Map<String, String> VARIABLE = Map.of(ConfiguredBroker.VARIABLE, "kafka-1.example.org:9092");

    @Test
    void withoutOneThereIsNone() {
        assertThat(ConfiguredBroker.find(Optional.empty(), Map.of())).isEmpty();
        assertThat(ConfiguredBroker.find(Optional.empty(), Map.of(ConfiguredBroker.VARIABLE, " ")))
                .isEmpty();
    }

    @Test
    void theParameterGoesBeforeTheVariable() {
        assertThat(ConfiguredBroker.find(Optional.empty(), VARIABLE))
                .map(ConfiguredBroker::bootstrapServers)
                .contains("kafka-1.example.org:9092");
        assertThat(ConfiguredBroker.find(Optional.of("kafka-2.example.org:9092"), VARIABLE))
                .map(ConfiguredBroker::bootstrapServers)
                .contains("kafka-2.example.org:9092");
    }

    @Test
    void otherSettingsOfKafkaComeFromTheEnvironmentAndAreNotShown() {
        Map<String, String> environment = Map.of(
                "OTPSTREAM_KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                "OTPSTREAM_KAFKA_SASL_JAAS_CONFIG", "a-secret");

        ConfiguredBroker broker = ConfiguredBroker.find(Optional.of("kafka-1.example.org:9092"), environment)
                .orElseThrow();

        assertThat(broker.clientProperties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", "a-secret");
        assertThat(broker.toString()).doesNotContain("a-secret");
    }

    @Test
    void whatIsNoAddressIsRefused() {
        assertThatThrownBy(() -> ConfiguredBroker.find(Optional.of("kafka"), Map.of()))
                .isInstanceOf(InvalidConfigException.class)
                .hasMessageContaining("kafka.bootstrap.servers")
                .hasMessageContaining("host:port");
    }
}
