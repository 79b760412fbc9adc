package io.otpstream.streams.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.OrderOutcome;
import io.otpstream.contract.SuccessRates;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CountryTallyTest {

    private static final int INDONESIA = 6;
    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

    @Test
    void nothingCountedSaysNothing() {
        assertThat(CountryTally.empty().toRates(INDONESIA, null))
                .isEqualTo(SuccessRates.of(INDONESIA, Instant.EPOCH).build());
    }

    @Test
    void countsSpendAndTimesAddUp() {
        CountryTally tally = CountryTally.empty()
                .plus(code(3_500, 10_000, T))
                .plus(code(3_501, 20_000, T.plusSeconds(1)))
                .plus(code(3_500, 60_000, T.plusSeconds(2)))
                .plus(unpaid(OrderOutcome.TIMED_OUT, T.plusSeconds(9)))
                .plus(new OrderFact(OrderOutcome.LATE_CODE, 3_500, null, T.plusSeconds(4)));

        SuccessRates rates = tally.toRates(INDONESIA, "ID");

        assertThat(rates.countryId()).isEqualTo(INDONESIA);
        assertThat(rates.countryCode()).isEqualTo("ID");
        assertThat(rates.orders()).isEqualTo(Map.of("completed", 3L, "timed_out", 1L, "late_code", 1L));
        assertThat(rates.codes()).isEqualTo(3);
        assertThat(rates.successRate()).isEqualTo(3.0 / 5);
        assertThat(rates.spendIdr()).isEqualTo(14_001);
        assertThat(rates.costPerCodeIdr()).isEqualTo(4_667);
        assertThat(rates.meanSecondsToCode()).isEqualTo(30.0);
        assertThat(rates.p50SecondsToCode()).isCloseTo(20, within(0.2));
        assertThat(rates.p95SecondsToCode()).isCloseTo(60, within(0.6));
        assertThat(rates.updatedAt()).as("the latest, not the last").isEqualTo(T.plusSeconds(9));
    }

    @ParameterizedTest
    @EnumSource
    void everyOutcomeIsCountedAndMostHadANumber(OrderOutcome outcome) {
        SuccessRates rates = CountryTally.empty()
                .plus(code(3_500, 10_000, T))
                .plus(unpaid(outcome, T))
                .toRates(INDONESIA, null);
        boolean hadANumber =
                switch (outcome) {
                    case NO_STOCK, IN_DOUBT -> false;
                    case COMPLETED,
                            EXPIRED,
                            CANCELLED,
                            TIMED_OUT,
                            NUMBER_REJECTED,
                            WITHDRAWN,
                            LATE_CODE,
                            GIVEN_UP_EARLY,
                            UNUSED -> true;
                };
        assertThat(rates.orders(outcome)).isEqualTo(outcome == OrderOutcome.COMPLETED ? 2 : 1);
        double codes = outcome == OrderOutcome.COMPLETED ? 2 : 1;
        assertThat(rates.successRate()).isEqualTo(hadANumber ? codes / 2 : 1);
    }

    @Test
    void withoutANumberThereIsNoRate() {
        SuccessRates rates =
                CountryTally.empty().plus(unpaid(OrderOutcome.NO_STOCK, T)).toRates(INDONESIA, null);
        assertThat(rates.successRate()).isNull();
        assertThat(rates.costPerCodeIdr()).isNull();
        assertThat(rates.p95SecondsToCode()).isNull();
    }

    @Test
    void spendWithoutACodeHasNoCostPerCode() {
        SuccessRates rates = CountryTally.empty()
                .plus(new OrderFact(OrderOutcome.LATE_CODE, 3_500, null, T))
                .toRates(INDONESIA, null);
        assertThat(rates.spendIdr()).isEqualTo(3_500);
        assertThat(rates.costPerCodeIdr()).isNull();
        assertThat(rates.successRate()).isEqualTo(0.0);
    }

    @Test
    void addingLeavesTheOlderTallyAsItWas() {
        CountryTally one = CountryTally.empty().plus(code(3_500, 10_000, T));
        SuccessRates before = one.toRates(INDONESIA, null);
        assertThat(one.plus(code(3_500, 90_000, T)).toRates(INDONESIA, null).codes())
                .isEqualTo(2);
        assertThat(one.toRates(INDONESIA, null)).isEqualTo(before);
    }

    @Test
    void comesBackFromTheStoreAndGoesOnCounting() {
        CountryTally tally = CountryTally.empty();
        CountryTally stored = CountryTally.empty();
        for (OrderOutcome outcome : OrderOutcome.values()) {
            tally = tally.plus(unpaid(outcome, T))
                    .plus(code(3_500, 10_000L * outcome.word().length(), T));
            stored = throughTheStore(stored.plus(unpaid(outcome, T))
                    .plus(code(3_500, 10_000L * outcome.word().length(), T)));
        }
        assertThat(stored).isEqualTo(throughTheStore(tally));
        assertThat(stored.toRates(INDONESIA, "ID")).isEqualTo(tally.toRates(INDONESIA, "ID"));
        assertThat(stored.orders().keySet())
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(OrderOutcome.values())
                        .map(OrderOutcome::word)
                        .toList());
    }

    /** Tallies lie in a store and its changelog: whoever changes this has to go on reading what is written here. */
    @Test
    void theFormatIsTheOneThatWasAgreed() {
        CountryTally tally = new CountryTally(1, Map.of("completed", 2L), 7_000, 30_000, "", T);
        assertThat(json(tally))
                .isEqualTo("{\"version\":1,\"orders\":{\"completed\":2},\"spend_idr\":7000,\"sum_ms_to_code\":30000,"
                        + "\"ms_to_code\":\"\",\"updated_at\":\"2026-01-01T00:00:00Z\"}");
        assertThat(json(CountryTally.empty()))
                .isEqualTo("{\"version\":1,\"orders\":{},\"spend_idr\":0,\"sum_ms_to_code\":0,\"ms_to_code\":\"\"}");
    }

    private static OrderFact code(long priceIdr, long ms, Instant at) {
        return new OrderFact(OrderOutcome.COMPLETED, priceIdr, ms, at);
    }

    private static OrderFact unpaid(OrderOutcome outcome, Instant at) {
        return new OrderFact(outcome, 0, null, at);
    }

    private static CountryTally throughTheStore(CountryTally tally) {
        return JsonSerde.of(CountryTally.class)
                .deserializer()
                .deserialize("", json(tally).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(CountryTally tally) {
        return new String(JsonSerde.of(CountryTally.class).serializer().serialize("", tally), StandardCharsets.UTF_8);
    }
}
