package io.otpstream.streams.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.domain.rate.Demand;
import java.time.Duration;
import java.time.Instant;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** How many permits a process could use. */
class WorkloadTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final Duration GAP = Duration.ofSeconds(5);
    private static final Offset<Double> CLOSE = within(1e-9);

    @Test
    void withoutWorkThereIsNoDemand() {
        assertThat(Workload.NONE.demandOneByOne(GAP, 0)).isEqualTo(Demand.NONE);
    }

    @Test
    void anOrderIsLookedAtOncePerGapAndLessOftenWhereOthersAreInNeed() {
        Demand demand = new Workload(10, 0, 0, null).demandOneByOne(GAP, 0);
        assertThat(demand.wanted()).isCloseTo(2, CLOSE);
        assertThat(demand.needed()).isCloseTo(2 / 2.4, CLOSE);
        assertThat(demand.backlogged()).isFalse();
    }

    @Test
    void aFewThatWaitAreServedWithinAGap() {
        Demand demand = new Workload(0, 1, 2, T).demandOneByOne(GAP, 0);
        assertThat(demand.needed()).isCloseTo(1.5, CLOSE);
        assertThat(demand.wanted()).isCloseTo(1.5, CLOSE);
        assertThat(demand.backlogged()).isFalse();
        assertThat(new Workload(0, 2, 2, T).demandOneByOne(GAP, 0).backlogged()).isFalse();
    }

    @Test
    void moreThanAFewCouldUseAnyNumber() {
        Demand five = new Workload(0, 0, 5, T).demandOneByOne(GAP, 0);
        assertThat(five.backlogged()).isTrue();
        assertThat(new Workload(0, 900, 0, T).demandOneByOne(GAP, 0)).isEqualTo(five);
        assertThat(five.needed()).isCloseTo(2, CLOSE);
    }

    @Test
    void callsThatNoOrderWaitsForCountToo() {
        Demand demand = Workload.NONE.demandOneByOne(GAP, 2);
        assertThat(demand).isEqualTo(new Demand(1, 1, false));
    }

    @Test
    void aFastWorldNeedsMore() {
        assertThat(new Workload(10, 0, 0, null)
                        .demandOneByOne(GAP.dividedBy(100), 0)
                        .wanted())
                .isCloseTo(200, within(1e-6));
    }

    @Test
    void allTasksTogetherWaitAsLongAsTheOldest() {
        Workload one = new Workload(1, 2, 3, T);
        Workload other = new Workload(10, 20, 30, T.minusSeconds(1));
        assertThat(one.plus(other)).isEqualTo(other.plus(one)).isEqualTo(new Workload(11, 22, 33, T.minusSeconds(1)));
        assertThat(one.plus(Workload.NONE)).isEqualTo(Workload.NONE.plus(one)).isEqualTo(one);
        assertThat(one.waiting()).isEqualTo(5);
    }

    @Test
    void oneLookServesAllOrdersThatAreLookedAtTogether() {
        Demand one = new Workload(1, 0, 0, null).demandTogether(GAP, 20, 0);
        assertThat(one.needed()).isEqualTo(0.2);
        assertThat(one.wanted()).as("in time, not just in time").isEqualTo(0.5);
        assertThat(new Workload(900, 0, 0, null).demandTogether(GAP, 20, 0)).isEqualTo(one);
    }

    @Test
    void oneCreateServesSeveralRequests() {
        Demand one = new Workload(0, 1, 0, T).demandTogether(GAP, 20, 0);
        assertThat(new Workload(0, 10, 10, T).demandTogether(GAP, 20, 0)).isEqualTo(one);
        assertThat(new Workload(0, 80, 0, T).demandTogether(GAP, 20, 0).backlogged())
                .isFalse();
        assertThat(new Workload(0, 81, 0, T).demandTogether(GAP, 20, 0).backlogged())
                .isTrue();
    }

    @Test
    void finishesAndCancelsTakeOneCallEach() {
        Demand many = new Workload(0, 0, 0, null, 100).demandTogether(GAP, 20, 0);
        assertThat(many.needed()).as("as few go on").isEqualTo(0.8);
        assertThat(many.wanted()).as("all within a gap").isEqualTo(20);
        assertThat(many.backlogged()).isFalse();
    }

    @Test
    void whoHasNothingToDoAsksForNothing() {
        assertThat(Workload.NONE.demandTogether(GAP, 20, 0)).isEqualTo(Demand.NONE);
        assertThat(Workload.NONE.isSome()).isFalse();
        assertThat(new Workload(0, 0, 0, null, 1).isSome()).isTrue();
    }
}
