package io.otpstream.benchmarks.budget;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DemandTest {

    @Test
    void aBacklogIsFilledAsOrdersArePlaced() {
        Demand demand = Demand.backlog(2);
        String first = demand.next();
        String second = demand.next();
        assertThat(demand.isShort()).isFalse();

        demand.placed(first);
        assertThat(demand.isShort()).isTrue();
        assertThat(demand.next()).isNotIn(first, second);
        demand.ended(first);
        assertThat(demand.isShort()).isFalse();

        demand.ended(second);
        assertThat(demand.isShort()).isTrue();
    }

    @Test
    void aLightLoadIsKeptUpAsRequestsEnd() {
        Demand demand = Demand.atOnce(1);
        String only = demand.next();

        demand.placed(only);
        assertThat(demand.isShort()).isFalse();
        demand.ended(only);
        assertThat(demand.isShort()).isTrue();
    }
}
