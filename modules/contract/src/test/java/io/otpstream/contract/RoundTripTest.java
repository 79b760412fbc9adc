package io.otpstream.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever a record holds, its JSON is accepted by the schema of its topic and read back as the same record. */
class RoundTripTest {

    private static final int TRIES = 300;

    private final TopicSchema requestSchema = TopicSchema.of(Topics.REQUESTS);
    private final TopicSchema commandSchema = TopicSchema.of(Topics.COMMANDS);
    private final TopicSchema orderSchema = TopicSchema.of(Topics.ORDERS);
    private final TopicSchema otpSchema = TopicSchema.of(Topics.OTP_RESULTS);
    private final TopicSchema expirySchema = TopicSchema.of(Topics.EXPIRY_RESULTS);
    private final TopicSchema rateSchema = TopicSchema.of(Topics.SUCCESS_RATES);
    private final TopicSchema alertSchema = TopicSchema.of(Topics.ALERTS);

    @Property(tries = TRIES)
    void request(@ForAll("requests") VerificationRequest request) {
        byte[] json = travels(Topics.REQUESTS, request, requestSchema);

        assertThat(RequestDecoder.decode("r-1".getBytes(StandardCharsets.UTF_8), json))
                .isEqualTo(new Decoded.Valid<>("r-1", request));
    }

    @Property(tries = TRIES)
    void command(@ForAll("commands") VerificationCommand command) {
        byte[] json = travels(Topics.COMMANDS, command, commandSchema);

        assertThat(CommandDecoder.decode("r-1".getBytes(StandardCharsets.UTF_8), json))
                .isEqualTo(new Decoded.Valid<>("r-1", command));
    }

    @Property(tries = TRIES)
    void orderEvent(@ForAll("orderEvents") OrderEvent event) {
        travels(Topics.ORDERS, event, orderSchema);
    }

    @Property(tries = TRIES)
    void otpResult(@ForAll("otpResults") OtpResult result) {
        travels(Topics.OTP_RESULTS, result, otpSchema);
    }

    @Property(tries = TRIES)
    void expiryResult(@ForAll("expiryResults") ExpiryResult result) {
        travels(Topics.EXPIRY_RESULTS, result, expirySchema);
    }

    @Property(tries = TRIES)
    void successRates(@ForAll("rates") SuccessRates rates) {
        travels(Topics.SUCCESS_RATES, rates, rateSchema);
    }

    @Property(tries = TRIES)
    void alert(@ForAll("alerts") Alert alert) {
        travels(Topics.ALERTS, alert, alertSchema);
    }

    @Provide
    Arbitrary<VerificationRequest> requests() {
        return RandomRecords.requests();
    }

    @Provide
    Arbitrary<VerificationCommand> commands() {
        return RandomRecords.commands();
    }

    @Provide
    Arbitrary<OrderEvent> orderEvents() {
        return RandomRecords.of(OrderEvent.class);
    }

    @Provide
    Arbitrary<OtpResult> otpResults() {
        return RandomRecords.of(OtpResult.class);
    }

    @Provide
    Arbitrary<ExpiryResult> expiryResults() {
        return RandomRecords.of(ExpiryResult.class);
    }

    @Provide
    Arbitrary<SuccessRates> rates() {
        return RandomRecords.of(SuccessRates.class);
    }

    @Provide
    Arbitrary<Alert> alerts() {
        return RandomRecords.of(Alert.class);
    }

    private static <V> byte[] travels(Topic<String, V> topic, V value, TopicSchema schema) {
        byte[] json = topic.valueSerde().serializer().serialize(topic.name(), value);
        assertThat(topic.valueSerde().deserializer().deserialize(topic.name(), json))
                .isEqualTo(value);
        assertThat(schema.errors(new String(json, StandardCharsets.UTF_8))).isEmpty();
        return json;
    }
}
