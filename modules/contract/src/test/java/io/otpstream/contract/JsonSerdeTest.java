package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonSerdeTest {

    private static final String EVENT = "\"request_id\":\"a\",\"attempt\":1,\"country_id\":6,\"platform_id\":1,"
            + "\"currency\":\"IDR\",\"announces_text\":false,\"at\":\"2026-03-01T10:00:00Z\"";

    @Test
    void leavesATombstoneATombstone() {
        JsonSerde<SuccessRates> serde = JsonSerde.of(SuccessRates.class);

        assertThat(serde.serializer().serialize("t", null)).isNull();
        assertThat(serde.deserializer().deserialize("t", (byte[]) null)).isNull();
    }

    @Test
    void readsWhatANewerVersionWrote() {
        OrderEvent event =
                read(Topics.ORDERS, "{\"type\":\"teleported\",\"reason\":\"boredom\",\"added\":[{}]," + EVENT + "}");

        assertThat(event.type()).isEqualTo(OrderEventType.UNKNOWN);
        assertThat(event.reason()).isEqualTo(CancelReason.UNKNOWN);
        assertThat(event.requestId()).isEqualTo("a");
    }

    @Test
    void takesAnEmptyListForOneThatIsMissing() {
        assertThat(read(Topics.ORDERS, "{\"type\":\"placed\"," + EVENT + "}").labels())
                .isEmpty();
        assertThat(read(Topics.ORDERS, "{\"type\":\"placed\",\"labels\":null," + EVENT + "}")
                        .labels())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "null",
                "{}",
                "[]",
                "847291",
                "{\"code\":\"847291\"",
                "{\"code\":847291,\"phone_number\":\"6281234567890\"}",
                "{\"request_id\":null,\"code\":\"847291\"}",
                "{\"request_id\":\"a\",\"code\":\"847291\",\"country_id\":\"6281234567890\"}",
                "847291 847291",
                "6281234567890x"
            })
    void quotesNothingOfWhatItCannotRead(String json) {
        assertThatThrownBy(() -> read(Topics.OTP_RESULTS, json))
                .isInstanceOf(SerializationException.class)
                .hasMessageContainingAll("verification.otp-results")
                .satisfies(error -> assertThat(stackTrace(error)).doesNotContain("847291", "6281234567890"));
    }

    @Test
    void namesTheTypeAndTheField() {
        assertThatThrownBy(() -> read(Topics.OTP_RESULTS, "{\"request_id\":\"a\",\"country_id\":\"x\"}"))
                .hasMessageContainingAll("OtpResult", "country_id");
    }

    @Test
    void readsARequestAsStrictlyAsTheDecoder() {
        assertThatThrownBy(() -> read(Topics.REQUESTS, "{\"platform_id\":\"1\",\"country_ids\":[6]}"))
                .isInstanceOf(SerializationException.class);
        assertThat(read(Topics.REQUESTS, "{\"platform_id\":1,\"country_ids\":[6]}"))
                .isEqualTo(VerificationRequest.of(1, 6));
    }

    @Test
    void readsACodeFromBeforeCodesCouldFollow() {
        String json = "{\"request_id\":\"a\",\"code\":\"847291\",\"order_id\":\"1\",\"phone_number\":\"6281234567890\","
                + "\"country_id\":6,\"platform_id\":1,\"price_idr\":0,\"currency\":\"IDR\",\"price_from\":\"catalog\","
                + "\"attempt\":1,\"requested_at\":\"2026-03-01T10:00:00Z\",\"ordered_at\":\"2026-03-01T10:00:00Z\","
                + "\"seen_at\":\"2026-03-01T10:00:00Z\",\"labels\":[]}";

        OtpResult result = read(Topics.OTP_RESULTS, json);

        assertThat(result.followUp()).isFalse();
        assertThat(result.smsRevision()).isNull();
    }

    @Test
    void writesWhatNoUtf8Holds() {
        // A text message can be cut in the middle of an emoji; the record with the code must go out all the same.
        byte[] json = Topics.ALERTS
                .valueSerde()
                .serializer()
                .serialize("t", Alert.cleared("k", null, "cut \ud83d", Instant.EPOCH));

        assertThat(read(Topics.ALERTS, new String(json, StandardCharsets.UTF_8)).message())
                .isEqualTo("cut ?");
    }

    private static <V> V read(Topic<?, V> topic, String json) {
        return topic.valueSerde().deserializer().deserialize(topic.name(), json.getBytes(StandardCharsets.UTF_8));
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
