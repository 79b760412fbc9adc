package io.otpstream.streams.choice;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.contract.OrderOutcome;
import io.otpstream.contract.SuccessRates;
import io.otpstream.domain.choice.Evidence;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CountedOrdersTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");

    private final CountedOrders counted = new CountedOrders();

    private Evidence told(long completed, long timedOut, long withdrawn) {
        SuccessRates rates = SuccessRates.of(6, T)
                .platformId(1)
                .orders(Map.of(
                        OrderOutcome.COMPLETED.word(), completed,
                        OrderOutcome.TIMED_OUT.word(), timedOut,
                        OrderOutcome.WITHDRAWN.word(), withdrawn))
                .build();
        return counted.with(rates, 1);
    }

    @Test
    void whatIsNewIsAddedOnce() {
        assertThat(told(3, 1, 9)).isEqualTo(new Evidence(3, 4, T));
        assertThat(told(3, 1, 9)).isEqualTo(new Evidence(3, 4, T));
        assertThat(told(3, 5, 9)).isEqualTo(new Evidence(3, 8, T));
        assertThat(told(10, 6, 9)).isEqualTo(new Evidence(10, 16, T));
    }

    @Test
    void anOrderThatChangesItsOutcomeIsNoOtherOrder() {
        told(3, 5, 0);

        assertThat(told(4, 4, 0)).isEqualTo(new Evidence(4, 9, T));
        assertThat(told(3, 4, 0)).as("never fewer").isEqualTo(new Evidence(4, 9, T));
    }
}
