package io.otpstream.streams.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.CancelReason;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventBuilder;
import io.otpstream.contract.OrderEventType;
import io.otpstream.domain.looks.Arrival;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderArrivalsTest {

    private static final Instant PLACED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AT = PLACED.plusSeconds(90);

    private final OrderArrivals arrivals = new OrderArrivals(1);

    @ParameterizedTest
    @EnumSource
    void everyEventShowsWhatItShows(OrderEventType type) {
        List<Arrival> expected =
                switch (type) {
                    case COMPLETED -> List.of(new Arrival.Within(15, 21), new Arrival.Within(15, 21));
                    case EXPIRED -> List.of(new Arrival.NotBy(90), new Arrival.NotBy(90));
                    case CANCELLED, PLACED, REFUSED, IN_DOUBT, LATE_CODE, ORPHANED, RESENT, RESEND_REFUSED, UNKNOWN ->
                        List.of();
                };
        assertThat(shown(event(type))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void ofCancelsOnlyThatOfATimedOutOrderShowsSomething(CancelReason reason) {
        assertThat(shown(event(OrderEventType.CANCELLED).reason(reason)))
                .hasSize(reason == CancelReason.TIMED_OUT ? 2 : 0)
                .allMatch(new Arrival.NotBy(90)::equals);
    }

    @Test
    void anOrderCountsForItsCountryAndPlatformAndForAll() {
        assertThat(arrivals.byCurve(event(OrderEventType.COMPLETED).build()))
                .extracting(pair -> pair.key)
                .containsExactly("6/1", "all");
    }

    @Test
    void aCodeThatTheFirstLookFoundMayHaveComeAtOnce() {
        assertThat(shown(event(OrderEventType.COMPLETED).codeAbsentAt(null))).contains(new Arrival.Within(0, 21));
    }

    @Test
    void agesCountFromTheText() {
        assertThat(shown(event(OrderEventType.COMPLETED).textRequestedAt(PLACED.plusSeconds(10))))
                .contains(new Arrival.Within(5, 11));
        assertThat(shown(event(OrderEventType.COMPLETED).textRequestedAt(PLACED.plusSeconds(18))))
                .contains(new Arrival.Within(0, 3));
        assertThat(shown(event(OrderEventType.COMPLETED).textRequestedAt(PLACED.plusSeconds(22))))
                .isEmpty();
    }

    @Test
    void agesAreThoseOfTheWorldOfTheApi() {
        assertThat(new OrderArrivals(10).byCurve(event(OrderEventType.COMPLETED).build()))
                .extracting(pair -> pair.value)
                .contains(new Arrival.Within(150, 210));
    }

    @Test
    void nothingComesAfterTheExpiry() {
        assertThat(shown(event(OrderEventType.EXPIRED).expiresAt(PLACED.plusSeconds(60))))
                .contains(new Arrival.NotBy(60));
    }

    @Test
    void ofAnOrderThatTheApiForgotOnlyTheLooksCount() {
        OrderEventBuilder forgotten =
                event(OrderEventType.CANCELLED).reason(CancelReason.TIMED_OUT).errorCode("ORDER_NOT_FOUND");
        assertThat(shown(forgotten)).contains(new Arrival.NotBy(15));
        assertThat(shown(forgotten.codeAbsentAt(null))).isEmpty();
    }

    @Test
    void clocksThatDifferDoNotMakeAnIntervalOfNothing() {
        assertThat(shown(event(OrderEventType.COMPLETED).codeAbsentAt(PLACED.plusSeconds(21))))
                .contains(new Arrival.Within(0, 21));
    }

    @Test
    void whatTheEventLacksIsNotInvented() {
        assertThat(shown(event(OrderEventType.COMPLETED).placedAt(null))).isEmpty();
        assertThat(shown(event(OrderEventType.EXPIRED).placedAt(null))).isEmpty();
    }

    private List<Arrival> shown(OrderEventBuilder event) {
        List<KeyValue<String, Arrival>> pairs = arrivals.byCurve(event.build());
        return pairs.stream().map(pair -> pair.value).toList();
    }

    private static OrderEventBuilder event(OrderEventType type) {
        return OrderEvent.of(type, "r1", 1, 6, 1, AT)
                .orderId("o1")
                .placedAt(PLACED)
                .codeAbsentAt(PLACED.plusSeconds(15))
                .seenAt(PLACED.plusSeconds(21));
    }
}
