package io.otpstream.streams.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.topics.TopicCatalogue;
import io.otpstream.contract.topics.TopicSpec;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class PushedEventTest {

    private static final PushedEvent EVENT = PushedEvent.of(
            PushedEvent.Kind.OTP_RECEIVED,
            "12345",
            1,
            "847291",
            "Your code: 847291",
            Instant.parse("2026-01-01T00:00:00Z"));

    @Test
    void theFormatIsTheOneThatWasAgreed() {
        ProducerRecord<byte[], byte[]> written = EVENT.toRecord();
        assertThat(new String(written.key(), StandardCharsets.UTF_8)).isEqualTo("12345");
        assertThat(new String(written.value(), StandardCharsets.UTF_8))
                .isEqualTo("{\"version\":1,\"kind\":\"OTP_RECEIVED\",\"order_id\":\"12345\",\"sms_revision\":1,"
                        + "\"otp_code\":\"847291\",\"otp_message\":\"Your code: 847291\","
                        + "\"received_at\":\"2026-01-01T00:00:00Z\"}");
        assertThat(PushedEvent.MESSAGES.read(written.value())).hasValue(EVENT);
    }

    @Test
    void whatItSaysIsASecret() {
        assertThat(EVENT.toString()).doesNotContain("847291");
    }

    @Test
    void itsTopicHasOnePartitionAndKeepsNoSecretForLong() {
        TopicSpec spec = TopicCatalogue.load().specs().stream()
                .filter(each -> each.name().equals(PushedEvent.TOPIC))
                .findFirst()
                .orElseThrow();
        assertThat(spec.partitions()).isEqualTo(1);
        assertThat(spec.holdsSecrets()).isTrue();
    }
}
