package io.otpstream.app.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PurchaseLedgerTest {

    private static final String TWO_BY_ONE_CREATE = """
            {"orders":[{"order_id":"1"},{"order_id":"2"}],
             "creates":[{"idempotency_key":"k","orders_made":2,"replays":3}]}""";

    @Test
    void ordersThatEventsNameAreExplained() throws Exception {
        PurchaseLedger ledger = ledger(TWO_BY_ONE_CREATE, placed("a", 1, "1"), placed("b", 1, "2"));

        assertThat(ledger.unexplained()).isEmpty();
        assertThat(ledger.chargedTwice()).isEmpty();
        assertThat(ledger.replays()).isEqualTo(3);
    }

    @Test
    void anOrderThatNobodyNamesIsUnexplainedUnlessAnAttemptIsInDoubt() throws Exception {
        OrderEvent doubt = event(OrderEventType.IN_DOUBT, "b", 1, null);

        assertThat(ledger(TWO_BY_ONE_CREATE, placed("a", 1, "1")).unexplained()).containsExactly("2");
        assertThat(ledger(TWO_BY_ONE_CREATE, placed("a", 1, "1"), doubt).unexplained())
                .isEmpty();
        assertThat(ledger(TWO_BY_ONE_CREATE, doubt).unexplained()).hasSize(1);
    }

    @Test
    void twoOrdersForOneAttemptAreChargedTwice() throws Exception {
        OrderEvent orphan = event(OrderEventType.ORPHANED, "a", 1, "2");

        assertThat(ledger(TWO_BY_ONE_CREATE, placed("a", 1, "1"), orphan).chargedTwice())
                .containsExactly("a/1 [1, 2]");
        assertThat(ledger(TWO_BY_ONE_CREATE, placed("a", 1, "1"), placed("a", 2, "2"))
                        .chargedTwice())
                .isEmpty();
    }

    @Test
    void aKeyThatWasAppliedTwiceIsChargedTwice() throws Exception {
        String twice = """
                {"orders":[{"order_id":"1"},{"order_id":"2"}],
                 "creates":[{"idempotency_key":"k","orders_made":1},{"idempotency_key":"k","orders_made":1},
                            {"idempotency_key":"m","orders_made":0},{"idempotency_key":"m","orders_made":1}]}""";

        assertThat(ledger(twice, placed("a", 1, "1"), placed("b", 1, "2")).chargedTwice())
                .containsExactly("key k");
    }

    private static PurchaseLedger ledger(String json, OrderEvent... events) throws Exception {
        return new PurchaseLedger(new ObjectMapper().readTree(json), List.of(events));
    }

    private static OrderEvent placed(String requestId, int attempt, String orderId) {
        return event(OrderEventType.PLACED, requestId, attempt, orderId);
    }

    private static OrderEvent event(OrderEventType type, String requestId, int attempt, @Nullable String orderId) {
        return OrderEvent.of(type, requestId, attempt, 6, 1, Instant.EPOCH)
                .orderId(orderId)
                .build();
    }
}
