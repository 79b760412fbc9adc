package io.otpstream.streams.replies;

import static io.otpstream.streams.replies.Samples.CANCEL;
import static io.otpstream.streams.replies.Samples.CREATE;
import static io.otpstream.streams.replies.Samples.ERRORS;
import static io.otpstream.streams.replies.Samples.LOOK;
import static io.otpstream.streams.replies.Samples.SENT_AT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.otpstream.contract.JsonSerde;
import io.otpstream.domain.api.ApiError;
import io.otpstream.domain.api.ApiResult;
import io.otpstream.domain.api.CancelAccepted;
import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.Event;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.SerializationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes onto the topic of replies comes back as the event that it is. */
class RepliesTest {

    private static final Order FULL = new Order(
            "o1",
            "+6281200000001",
            OrderStatus.COMPLETED,
            "847291",
            "Your code is 847291",
            3_500L,
            Instant.parse("2026-01-01T00:20:00Z"));

    @Test
    void theSamplesHoldEveryError() {
        Set<Class<?>> all = new HashSet<>(Arrays.asList(ApiError.class.getPermittedSubclasses()));
        assertThat(ERRORS).extracting(Object::getClass).hasSameElementsAs(all);
        assertThat(ERRORS).extracting(error -> ErrorMapper.toRow(error).kind()).contains(Reply.ErrorKind.values());
    }

    static Stream<ApiError> errors() {
        return ERRORS.stream();
    }

    @ParameterizedTest
    @MethodSource("errors")
    void everyErrorComesBackFromEveryCall(ApiError error) {
        assertThat(throughTheTopic(Replies.of(CREATE, new ApiResult.Failure<>(error), SENT_AT)))
                .isEqualTo(new Event.CreateAnswered(CREATE, new ApiResult.Failure<>(error), SENT_AT));
        assertThat(throughTheTopic(Replies.of(LOOK, new ApiResult.Failure<>(error), SENT_AT)))
                .isEqualTo(new Event.LookAnswered("o1", LOOK.call(), new ApiResult.Failure<>(error), SENT_AT));
        assertThat(throughTheTopic(Replies.of(CANCEL, new ApiResult.Failure<>(error), SENT_AT)))
                .isEqualTo(new Event.CancelAnswered("o1", new ApiResult.Failure<>(error), SENT_AT));
    }

    @ParameterizedTest
    @EnumSource
    void everyStatusComesBack(OrderStatus status) {
        ApiResult<Order> bare = new ApiResult.Success<>(new Order("o1", null, status, null, null, null, null));
        assertThat(throughTheTopic(Replies.of(CREATE, bare, SENT_AT)))
                .isEqualTo(new Event.CreateAnswered(CREATE, bare, SENT_AT));
        assertThat(throughTheTopic(Replies.of(LOOK, bare, SENT_AT)))
                .isEqualTo(new Event.LookAnswered("o1", LOOK.call(), bare, SENT_AT));
    }

    @Test
    void everythingThatAnOrderHasComesBack() {
        ApiResult<Order> full = new ApiResult.Success<>(FULL);
        assertThat(throughTheTopic(Replies.of(CREATE, full, SENT_AT)))
                .isEqualTo(new Event.CreateAnswered(CREATE, full, SENT_AT));
        assertThat(throughTheTopic(Replies.of(LOOK, full, SENT_AT)))
                .isEqualTo(new Event.LookAnswered("o1", LOOK.call(), full, SENT_AT));
    }

    @Test
    void anAcceptedCancelComesBack() {
        ApiResult<CancelAccepted> accepted = new ApiResult.Success<>(new CancelAccepted());
        assertThat(throughTheTopic(Replies.of(CANCEL, accepted, SENT_AT)))
                .isEqualTo(new Event.CancelAnswered("o1", accepted, SENT_AT));
    }

    @Test
    void aCallThatNeverLeftIsAFailureOfItsKind() {
        ApiError.NotSent error = new ApiError.NotSent("no permit");
        assertThat(Replies.toEvent(Replies.notSent(CREATE, error, SENT_AT)))
                .isEqualTo(new Event.CreateAnswered(CREATE, new ApiResult.Failure<>(error), SENT_AT));
        assertThat(Replies.toEvent(Replies.notSent(LOOK, error, SENT_AT)))
                .isEqualTo(new Event.LookAnswered("o1", LOOK.call(), new ApiResult.Failure<>(error), SENT_AT));
        assertThat(Replies.toEvent(Replies.notSent(CANCEL, error, SENT_AT)))
                .isEqualTo(new Event.CancelAnswered("o1", new ApiResult.Failure<>(error), SENT_AT));
    }

    @Test
    void aMarkerHasANameAndIsNoEvent() {
        Reply marker = read(write(Replies.marker("m1")));
        assertThat(Replies.toMarker(marker)).isEqualTo("m1");
        assertThatThrownBy(() -> Replies.toEvent(marker)).isInstanceOf(SerializationException.class);
    }

    /** Older replies lie on the topic for days: whoever changes this has to go on reading what is written here. */
    @Test
    void theFormatIsTheOneThatWasAgreed() {
        assertThat(write(Replies.of(CREATE, new ApiResult.Success<>(FULL), SENT_AT)))
                .isEqualTo("{\"version\":1,\"kind\":\"CREATE\",\"attempt\":2,\"call\":5,"
                        + "\"at\":\"2026-01-01T00:00:01.500Z\","
                        + "\"create\":{\"country_id\":6,\"platform_id\":1,\"price_idr\":3500,"
                        + "\"send_by\":\"2026-01-01T00:00:02Z\"},"
                        + "\"order\":{\"order_id\":\"o1\",\"phone_number\":\"+6281200000001\","
                        + "\"status\":\"COMPLETED\",\"otp_code\":\"847291\",\"otp_message\":\"Your code is 847291\",\"charged_idr\":3500,"
                        + "\"expires_at\":\"2026-01-01T00:20:00Z\"}}");
        assertThat(write(Replies.of(
                        LOOK,
                        new ApiResult.Failure<>(new ApiError.OtherRejection(409, "TOO_YOUNG", "wait 120 s")),
                        SENT_AT)))
                .isEqualTo("{\"version\":1,\"kind\":\"LOOK\",\"attempt\":2,\"call\":6,"
                        + "\"at\":\"2026-01-01T00:00:01.500Z\",\"order_id\":\"o1\","
                        + "\"error\":{\"kind\":\"OTHER_REJECTION\",\"status\":409,\"api_code\":\"TOO_YOUNG\","
                        + "\"message\":\"wait 120 s\"}}");
        assertThat(write(Replies.of(CANCEL, new ApiResult.Success<>(new CancelAccepted()), SENT_AT)))
                .isEqualTo("{\"version\":1,\"kind\":\"CANCEL\",\"attempt\":2,\"call\":7,"
                        + "\"at\":\"2026-01-01T00:00:01.500Z\",\"order_id\":\"o1\"}");
        assertThat(write(Replies.marker("m1")))
                .isEqualTo("{\"version\":1,\"kind\":\"MARKER\",\"attempt\":0,\"call\":0,\"marker\":\"m1\"}");
        assertThat(write(Replies.of(
                        CANCEL, new ApiResult.Failure<>(new ApiError.RateLimited(Duration.ofSeconds(2))), SENT_AT)))
                .endsWith("\"error\":{\"kind\":\"RATE_LIMITED\",\"retry_after_ms\":2000}}");
    }

    static Stream<String> unreadable() {
        String head = "\"attempt\":1,\"call\":1";
        return Stream.of(
                "{\"version\":2,\"kind\":\"CANCEL\"," + head + ",\"at\":\"2026-01-01T00:00:01Z\",\"order_id\":\"o\"}",
                "{\"version\":2,\"kind\":\"MARKER\"," + head + ",\"marker\":\"m1\"}",
                "{\"version\":1,\"kind\":\"CANCEL\"," + head + ",\"order_id\":\"o\"}",
                "{\"version\":1,\"kind\":\"CANCEL\"," + head + ",\"at\":\"2026-01-01T00:00:01Z\"}",
                "{\"version\":1,\"kind\":\"LOOK\"," + head + ",\"at\":\"2026-01-01T00:00:01Z\",\"order_id\":\"o\"}",
                "{\"version\":1,\"kind\":\"CREATE\"," + head + ",\"at\":\"2026-01-01T00:00:01Z\"}",
                "{\"version\":1,\"kind\":\"LOOK\"," + head + ",\"at\":\"2026-01-01T00:00:01Z\",\"order_id\":\"o\","
                        + "\"order\":{\"order_id\":\"o\",\"status\":\"847291\"}}",
                "{\"version\":1,\"kind\":\"LOOK\"," + head + ",\"at\":\"2026-01-01T00:00:01Z\",\"order_id\":\"o\","
                        + "\"error\":{\"kind\":\"SERVER_FAILURE\"}}");
    }

    @ParameterizedTest
    @MethodSource("unreadable")
    void whatIsNoReplyOfThisVersionIsRefusedWithoutQuotingIt(String json) {
        Reply reply = read(json);
        assertThatThrownBy(() -> {
                    Event event = Replies.toEvent(reply);
                    throw new AssertionError("was read as " + event);
                })
                .isInstanceOf(SerializationException.class)
                .hasMessageNotContaining("847291");
        assertThatThrownBy(() -> Replies.toMarker(reply)).isInstanceOf(SerializationException.class);
    }

    @Test
    void noTextShowsSecrets() {
        Reply reply = Replies.of(LOOK, new ApiResult.Success<>(FULL), SENT_AT);
        List<Object> printed = List.of(reply, Replies.toEvent(reply), FULL);
        assertThat(printed).allSatisfy(object -> assertThat(object.toString())
                .contains("o1")
                .doesNotContain("847291")
                .doesNotContain("6281200000001"));
    }

    private static Event throughTheTopic(Reply reply) {
        Reply read = read(write(reply));
        assertThat(read).isEqualTo(reply);
        return Replies.toEvent(read);
    }

    private static String write(Reply reply) {
        return new String(
                JsonSerde.of(Reply.class).serializer().serialize(KafkaReplySink.TOPIC, reply), StandardCharsets.UTF_8);
    }

    private static Reply read(String json) {
        return JsonSerde.of(Reply.class)
                .deserializer()
                .deserialize(KafkaReplySink.TOPIC, json.getBytes(StandardCharsets.UTF_8));
    }
}
