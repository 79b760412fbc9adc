package io.otpstream.streams.rates;

import static io.otpstream.streams.rates.Events.PRICE;
import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.CancelReason;
import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventBuilder;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OrderOutcome;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderFactTest {

    private static final Instant PLACED = Instant.parse("2026-01-01T00:00:00Z");
    private static final OutcomeRules RULES = new OutcomeRules(1);

    @ParameterizedTest
    @EnumSource
    void everyEventCountsAsWhatItIs(OrderEventType type) {
        OrderEvent event = event(type, 120).build();
        boolean counts =
                switch (type) {
                    case PLACED, ORPHANED, COMPLETED, LATE_CODE, EXPIRED, CANCELLED, IN_DOUBT -> true;
                    case REFUSED, RESENT, RESEND_REFUSED, UNKNOWN -> false;
                };
        assertThat(RULES.fact(event) != null).isEqualTo(counts);
        if (counts) {
            assertThat(fact(event).outcome()).isEqualTo(expected(type));
        }
    }

    private static @Nullable OrderOutcome expected(OrderEventType type) {
        return switch (type) {
            case COMPLETED -> OrderOutcome.COMPLETED;
            case LATE_CODE -> OrderOutcome.LATE_CODE;
            case EXPIRED -> OrderOutcome.EXPIRED;
            case CANCELLED -> OrderOutcome.CANCELLED;
            case IN_DOUBT -> OrderOutcome.IN_DOUBT;
            case PLACED, ORPHANED, REFUSED, RESENT, RESEND_REFUSED, UNKNOWN -> null;
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
                    case VENDOR, UNKNOWN -> OrderOutcome.CANCELLED;
                    case ORPHANED, NO_NUMBER -> OrderOutcome.UNUSED;
                };
        assertThat(fact(Events.cancelled("r1", PLACED, 100, reason)).outcome()).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void whereTextsAreAnnouncedAnOrderWithoutOneIsUnused(CancelReason reason) {
        OrderEventBuilder silent =
                event(OrderEventType.CANCELLED, 100).reason(reason).announcesText(true);
        OrderOutcome expected =
                switch (reason) {
                    case TIMED_OUT, VENDOR, UNKNOWN, ORPHANED, NO_NUMBER -> OrderOutcome.UNUSED;
                    case WITHDRAWN -> OrderOutcome.WITHDRAWN;
                    case NUMBER_REJECTED -> OrderOutcome.NUMBER_REJECTED;
                };
        assertThat(fact(silent.build()).outcome()).isEqualTo(expected);
        OrderEvent texted = silent.textRequestedAt(PLACED.plusSeconds(1)).build();
        if (reason == CancelReason.TIMED_OUT) {
            assertThat(fact(texted).outcome()).isEqualTo(OrderOutcome.TIMED_OUT);
        }
    }

    @Test
    void soIsOneThatExpired() {
        OrderEventBuilder expired = event(OrderEventType.EXPIRED, 1_200).announcesText(true);
        assertThat(fact(expired.build()).outcome()).isEqualTo(OrderOutcome.UNUSED);
        expired.textRequestedAt(PLACED.plusSeconds(5));
        assertThat(fact(expired.build()).outcome()).isEqualTo(OrderOutcome.EXPIRED);
    }

    @ParameterizedTest
    @CsvSource({"1, 89.9, GIVEN_UP_EARLY", "1, 90, TIMED_OUT", "10, 8.9, GIVEN_UP_EARLY", "10, 9, TIMED_OUT"})
    void ninetySecondsOfTheApisWorldArePatience(double speed, double seconds, OrderOutcome expected) {
        OrderEvent event = OrderEvent.of(
                        OrderEventType.CANCELLED, "r1", 1, 6, 1, PLACED.plusMillis(Math.round(seconds * 1_000)))
                .placedAt(PLACED)
                .reason(CancelReason.TIMED_OUT)
                .build();
        OrderFact fact = Objects.requireNonNull(new OutcomeRules(speed).fact(event));
        assertThat(fact.outcome()).isEqualTo(expected);
        assertThat(fact.ageSeconds()).isEqualTo(expected == OrderOutcome.GIVEN_UP_EARLY ? seconds * speed : null);
    }

    @Test
    void patienceBeginsWithTheText() {
        OrderEvent event = event(OrderEventType.CANCELLED, 140)
                .reason(CancelReason.TIMED_OUT)
                .textRequestedAt(PLACED.plusSeconds(80))
                .build();
        assertThat(fact(event).outcome()).isEqualTo(OrderOutcome.GIVEN_UP_EARLY);
        assertThat(fact(event).ageSeconds()).isEqualTo(60);
    }

    @Test
    void ofRefusalsOnlyMissingStockCounts() {
        assertThat(fact(Events.noStock("r1", PLACED)).outcome()).isEqualTo(OrderOutcome.NO_STOCK);
        OrderEvent other =
                event(OrderEventType.REFUSED, 1).errorCode("INVALID_PARAMETERS").build();
        assertThat(RULES.fact(other)).isNull();
    }

    @Test
    void theTimeToTheCodeBeginsWithTheText() {
        OrderEventBuilder completed = event(OrderEventType.COMPLETED, 21);
        assertThat(fact(completed.build()).msToCode()).isEqualTo(21_000);
        assertThat(fact(completed.textRequestedAt(PLACED.plusSeconds(15)).build())
                        .msToCode())
                .isEqualTo(6_000);
        assertThat(fact(completed.textRequestedAt(PLACED.plusSeconds(30)).build())
                        .msToCode())
                .as("the code came before the text was said to be triggered")
                .isZero();
        assertThat(fact(event(OrderEventType.LATE_CODE, 300).build()).msToCode())
                .as("too late for anyone")
                .isNull();
    }

    @Test
    void whatTheEventLacksIsNotInvented() {
        OrderFact fact = fact(event(OrderEventType.COMPLETED, 21)
                .priceIdr(null, null)
                .placedAt(null)
                .build());
        assertThat(fact.spentIdr()).isZero();
        assertThat(fact.msToCode()).isNull();
        assertThat(fact.hour()).isEqualTo(PLACED);
    }

    @ParameterizedTest
    @EnumSource
    void everyRupiahIsSpentGivenBackOrLocked(OrderEventType type) {
        OrderFact fact = RULES.fact(event(type, 100).build());
        if (fact != null) {
            assertThat(fact.chargedIdr()).isEqualTo(fact.spentIdr() + fact.refundedIdr() + fact.lockedIdr());
            assertThat(fact.chargedIdr()).isEqualTo(type == OrderEventType.IN_DOUBT ? 0 : PRICE);
        }
    }

    @Test
    void labelsAreASet() {
        OrderEvent event = event(OrderEventType.PLACED, 0)
                .onBehalfOf(null, List.of("b", "a", "b"))
                .build();
        assertThat(fact(event).labels()).containsExactly("a", "b");
    }

    /** Facts lie on a repartition topic and in a store: whoever changes this has to go on reading what is written here. */
    @Test
    void theFormatIsTheOneThatWasAgreed() {
        OrderFact fact = fact(Events.completed("r1", PLACED, 21));
        byte[] json = JsonSerde.of(OrderFact.class).serializer().serialize("", fact);
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo("{\"version\":1,\"request_id\":\"r1\",\"attempt\":1,\"country_id\":6,\"platform_id\":1,"
                        + "\"tenant\":\"shop\",\"labels\":[\"nightly\"],\"outcome\":\"completed\",\"price_idr\":3500,"
                        + "\"price_from\":\"catalog\",\"placed_at\":\"2026-01-01T00:00:00Z\","
                        + "\"at\":\"2026-01-01T00:00:21Z\",\"ms_to_code\":21000,\"age_seconds\":21.0}");
        assertThat(JsonSerde.of(OrderFact.class).deserializer().deserialize("", json))
                .isEqualTo(fact);
    }

    private static OrderFact fact(OrderEvent event) {
        return Objects.requireNonNull(RULES.fact(event));
    }

    private static OrderEventBuilder event(OrderEventType type, long seconds) {
        Instant at = PLACED.plusSeconds(seconds);
        return Events.of(type, "r1", PLACED, at).seenAt(type == OrderEventType.COMPLETED ? at : null);
    }
}
