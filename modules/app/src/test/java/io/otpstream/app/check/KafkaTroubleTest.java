package io.otpstream.app.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.junit.jupiter.api.Test;

class KafkaTroubleTest {

    private final KafkaTrouble trouble = new KafkaTrouble("b:9092", Duration.ofSeconds(6));

    @Test
    void tlsAndSaslAreNamedWithTheSettingsThatMendThem() {
        assertThat(mend(new SslAuthenticationException("handshake failed"))).contains("kafka.ssl.truststore.location");
        assertThat(mend(new UnsupportedSaslMechanismException("PLAIN"))).contains("kafka.sasl.mechanism");
        assertThat(mend(new TopicAuthorizationException("no"))).contains("kafka-acls");
    }

    @Test
    void silenceNamesTheAddressAndTheTime() {
        assertThat(sentence(new TimeoutException("whatever")))
                .isEqualTo("no answer at b:9092 (kafka.bootstrap.servers) within 6s");
    }

    @Test
    void aRefusedSettingIsNamedWithoutItsValue() {
        KafkaException wrapped = new KafkaException(
                "Failed to create new KafkaAdminClient",
                new ConfigException("retry.backoff.ms", "hunter2", "no number"));

        assertThat(sentence(wrapped)).contains("kafka.retry.backoff.ms").doesNotContain("hunter2");
    }

    private String sentence(KafkaException e) {
        return trouble.finding(CheckId.BROKER, e).sentence();
    }

    private String mend(KafkaException e) {
        return trouble.finding(CheckId.BROKER, e).mend().orElse("");
    }
}
