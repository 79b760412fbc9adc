package io.otpstream.app.requests;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.app.results.ResultRecord;
import io.otpstream.contract.Money;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.PriceSource;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenRequestsTest {

    private static final Instant T0 = Instant.parse("2026-03-01T10:00:00Z");

    private final OpenRequests open = new OpenRequests(List.of("a", "b"));

    @Test
    void aCodeThatIsReadBeforeItsOrderBringsTheNumberItself() {
        assertThat(open.accept(record(Topics.OTP_RESULTS, "a", result("a"))))
                .extracting(WaitEventText::line)
                .containsExactly("number +6281234567890 (country 6, attempt 2, price 3500 IDR)", "code 847291");
        assertThat(open.accept(record(Topics.ORDERS, "a", placed("a", 2)))).isEmpty();
        assertThat(open.ids()).containsExactly("b");
    }

    @Test
    void aNumberIsToldOnce() {
        assertThat(open.accept(record(Topics.ORDERS, "a", placed("a", 2)))).hasSize(1);
        assertThat(open.accept(record(Topics.ORDERS, "a", placed("a", 2)))).isEmpty();
        assertThat(open.accept(record(Topics.OTP_RESULTS, "a", result("a"))))
                .singleElement()
                .isInstanceOfSatisfying(WaitEvent.Ended.class, ended -> assertThat(ended.record())
                        .isInstanceOf(ResultRecord.WithCode.class));
    }

    @Test
    void otherRequestsAndOtherEventsAreNoNews() {
        OrderEvent expired =
                OrderEvent.of(OrderEventType.EXPIRED, "a", 1, 6, 1, T0).build();

        assertThat(open.accept(record(Topics.ORDERS, "a", expired))).isEmpty();
        assertThat(open.accept(record(Topics.OTP_RESULTS, "c", result("c")))).isEmpty();
        assertThat(open.ids()).containsExactly("a", "b");
    }

    @Test
    void whatBecameOfAskingForAnotherTextIsNews() {
        OrderEvent refused = OrderEvent.of(OrderEventType.RESEND_REFUSED, "a", 1, 6, 1, T0)
                .errorCode("NO_TEXT_YET")
                .build();

        assertThat(open.accept(record(Topics.ORDERS, "a", refused)))
                .singleElement()
                .satisfies(event -> assertThat(WaitEventText.line(event))
                        .isEqualTo("no other text could be asked for: NO_TEXT_YET"))
                .satisfies(event ->
                        assertThat(WaitEventText.jsonLine(event)).startsWith("{\"event\":\"resend_refused\","));
        assertThat(open.ids()).containsExactly("a", "b");
    }

    private static OrderEvent placed(String id, int attempt) {
        return OrderEvent.of(OrderEventType.PLACED, id, attempt, 6, 1, T0)
                .phoneNumber("6281234567890")
                .build();
    }

    private static OtpResult result(String id) {
        return new OtpResult(
                id,
                "847291",
                null,
                "1",
                "6281234567890",
                6,
                1,
                3_500,
                Money.IDR,
                PriceSource.CATALOG,
                2,
                T0,
                T0,
                T0,
                null,
                List.of(),
                false,
                null);
    }

    private static <V> TopicRecord record(Topic<String, V> topic, String key, V value) {
        return new TopicRecord(
                topic.name(), key, topic.valueSerde().serializer().serialize(topic.name(), value), T0);
    }
}
