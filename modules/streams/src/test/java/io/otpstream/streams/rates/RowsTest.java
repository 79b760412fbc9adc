package io.otpstream.streams.rates;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.CancelReason;
import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.OrderEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Test;

/** Rows lie in stores and their changelogs: whoever changes them has to go on reading what is written here. */
class RowsTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Serde<RateRow> RATES = JsonSerde.of(RateRow.class);
    private static final Serde<CostRow> COSTS = JsonSerde.of(CostRow.class);
    private static final List<OrderEvent> EVENTS = List.of(
            Events.placed("r1", T),
            Events.completed("r2", T, 20),
            Events.cancelled("r3", T.plusSeconds(70), 20, CancelReason.TIMED_OUT),
            Events.lateCode("r4", T.plusSeconds(90), 120),
            Events.completed("r5", T.plusSeconds(700), 33),
            Events.noStock("r6", T),
            Events.inDoubt("r7", T));

    @Test
    void theFormatIsTheOneThatWasAgreed() {
        String zeros = "[0.0" + ",0.0".repeat(18) + "]";
        String none = "{\"codes\":" + zeros + ",\"given_up\":" + zeros + ",\"failures\":0.0}";
        assertThat(json(
                        RATES,
                        RateRow.empty().plus(fact(Events.expired("r1", T))).lowSince(T)))
                .isEqualTo("{\"version\":1,\"tally\":{\"version\":1,\"orders\":{\"expired\":1},\"open\":0,"
                        + "\"observations\":" + none.replace("0.0}", "1.0}")
                        + ",\"spend_idr\":0,\"refunds_idr\":3500,\"prices\":{\"charged\":0,\"catalog\":1},"
                        + "\"sum_ms_to_code\":0,\"ms_to_code\":\"\",\"updated_at\":\"2026-01-01T00:20:00Z\"},"
                        + "\"recent\":" + none.replace("0.0}", "1.0}")
                        + ",\"recent_at\":\"2026-01-01T00:20:00Z\",\"low_since\":\"2026-01-01T00:00:00Z\"}");
        assertThat(json(COSTS, CostRow.empty().plus(fact(Events.completed("r1", T, 20)))))
                .isEqualTo("{\"version\":1,\"orders\":1,\"codes\":1,\"spend_idr\":3500,\"refunds_idr\":0,"
                        + "\"locked_idr\":0,\"late_codes_idr\":0,\"unused_idr\":0,\"in_doubt_idr\":0,"
                        + "\"prices\":{\"charged\":0,\"catalog\":1},\"updated_at\":\"2026-01-01T00:00:20Z\"}");
    }

    @Test
    void rowsComeBackFromTheStoreAndGoOnCounting() {
        RateRow rates = RateRow.empty();
        RateRow storedRates = RateRow.empty();
        CostRow costs = CostRow.empty();
        CostRow storedCosts = CostRow.empty();
        for (OrderEvent event : EVENTS) {
            rates = rates.plus(fact(event));
            storedRates = throughTheStore(RATES, storedRates.plus(fact(event)));
            costs = costs.plus(fact(event));
            storedCosts = throughTheStore(COSTS, storedCosts.plus(fact(event)));
        }
        assertThat(storedRates.rates(6).build()).isEqualTo(rates.rates(6).build());
        assertThat(storedRates).isEqualTo(throughTheStore(RATES, rates));
        assertThat(storedCosts).isEqualTo(costs);
    }

    @Test
    void whatIsTakenOutLeavesNothing() {
        RateRow rates = RateRow.empty();
        CostRow costs = CostRow.empty();
        for (OrderEvent event : EVENTS) {
            rates = rates.plus(fact(event));
            costs = costs.plus(fact(event));
        }
        for (OrderEvent event : EVENTS) {
            rates = rates.minus(fact(event));
            costs = costs.minus(fact(event));
        }
        assertThat(rates.tally().orders()).isEmpty();
        assertThat(rates.tally().observations()).isEqualTo(Tally.empty().observations());
        assertThat(rates.recent()).isEqualTo(Tally.empty().observations());
        assertThat(rates.tally().estimate()).isNull();
        assertThat(rates.recentEstimate()).isNull();
        assertThat(costs.spendIdr() + costs.refundsIdr() + costs.lockedIdr() + costs.orders())
                .isZero();
        assertThat(costs.prices()).isEqualTo(Prices.NONE);
    }

    private static OrderFact fact(OrderEvent event) {
        return Objects.requireNonNull(new OutcomeRules(1).fact(event));
    }

    private static <R> R throughTheStore(Serde<R> serde, R row) {
        return serde.deserializer().deserialize("", serde.serializer().serialize("", row));
    }

    private static <R> String json(Serde<R> serde, R row) {
        return new String(serde.serializer().serialize("", row), StandardCharsets.UTF_8);
    }
}
