package io.otpstream.streams.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.CancelReason;
import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventBuilder;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OrderOutcome;
import io.otpstream.contract.PriceSource;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderFactTest {

    private static final Instant PLACED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Instant AT = PLACED.plusSeconds(60);

    @ParameterizedTest
    @EnumSource
    void everyEventCountsAsWhatItIs(OrderEventType type) {
        assertThat(OrderFact.of(event(type).build())).isEqualTo(expected(type));
    }

    private static @Nullable OrderFact expected(OrderEventType type) {
        return switch (type) {
            case COMPLETED -> new OrderFact(OrderOutcome.COMPLETED, 3_500, 21_000L, AT);
            case LATE_CODE -> new OrderFact(OrderOutcome.LATE_CODE, 3_500, null, AT);
            case EXPIRED -> new OrderFact(OrderOutcome.EXPIRED, 0, null, AT);
            case CANCELLED -> new OrderFact(OrderOutcome.CANCELLED, 0, null, AT);
            case IN_DOUBT -> new OrderFact(OrderOutcome.IN_DOUBT, 0, null, AT);
            case REFUSED, PLACED, ORPHANED, UNKNOWN -> null;
        };
    }

    @ParameterizedTest
    @EnumSource
    void whyAnOrderWasCancelledDecides(CancelReason reason) {
        OrderOutcome expected =
                switch (reason) {
                    case TIMED_OUT -> OrderOutcome.TIMED_OUT;
                    case WITHDRAWN -> OrderOutcome.WITHDRAWN;
                    case NUMBER_REJECTED -> OrderOutcome.NUMBER_REJECTED;
                    case VENDOR, ORPHANED, NO_NUMBER, UNKNOWN -> OrderOutcome.CANCELLED;
                };
        assertThat(OrderFact.of(event(OrderEventType.CANCELLED).reason(reason).build()))
                .isEqualTo(new OrderFact(expected, 0, null, AT));
    }

    @Test
    void ofRefusalsOnlyMissingStockCounts() {
        OrderEventBuilder refused = event(OrderEventType.REFUSED);
        assertThat(OrderFact.of(refused.errorCode("PRODUCT_UNAVAILABLE").build()))
                .isEqualTo(new OrderFact(OrderOutcome.NO_STOCK, 0, null, AT));
        assertThat(OrderFact.of(refused.errorCode("INVALID_PARAMETERS").build()))
                .isNull();
    }

    @Test
    void theTextMayHaveBeenTriggeredLater() {
        OrderEvent event = event(OrderEventType.COMPLETED)
                .textRequestedAt(PLACED.plusSeconds(15))
                .build();
        assertThat(OrderFact.of(event)).isEqualTo(new OrderFact(OrderOutcome.COMPLETED, 3_500, 6_000L, AT));
    }

    @Test
    void aCodeThatCameBeforeTheTextWasTriggeredTookNoTime() {
        OrderEvent event = event(OrderEventType.COMPLETED)
                .textRequestedAt(PLACED.plusSeconds(30))
                .build();
        assertThat(OrderFact.of(event)).isEqualTo(new OrderFact(OrderOutcome.COMPLETED, 3_500, 0L, AT));
    }

    @Test
    void whatTheEventLacksIsNotInvented() {
        OrderEvent event = event(OrderEventType.COMPLETED)
                .priceIdr(null, null)
                .placedAt(null)
                .build();
        assertThat(OrderFact.of(event)).isEqualTo(new OrderFact(OrderOutcome.COMPLETED, 0, null, AT));
    }

    /** Facts lie on a repartition topic: whoever changes this has to go on reading what is written here. */
    @Test
    void theFormatIsTheOneThatWasAgreed() {
        OrderFact fact = new OrderFact(OrderOutcome.COMPLETED, 3_500, 21_000L, AT);
        byte[] json = JsonSerde.of(OrderFact.class).serializer().serialize("", fact);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"outcome\":\"completed\",\"spent_idr\":3500,\"ms_to_code\":21000,"
                        + "\"at\":\"2026-01-01T00:01:00Z\"}");
        assertThat(JsonSerde.of(OrderFact.class).deserializer().deserialize("", json))
                .isEqualTo(fact);
    }

    private static OrderEventBuilder event(OrderEventType type) {
        return OrderEvent.of(type, "r1", 1, 6, 1, AT)
                .orderId("o1")
                .phoneNumber("+6281200000001")
                .priceIdr(3_500L, PriceSource.CATALOG)
                .placedAt(PLACED)
                .seenAt(PLACED.plusSeconds(21));
    }
}
