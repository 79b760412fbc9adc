package io.otpstream.domain.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ArrivalTallyTest {

    @Property(tries = 300)
    void anOrderCountsOnceAndOnlyWhereItMayMean(
            @ForAll @DoubleRange(min = 0, max = 2_000) double after,
            @ForAll @DoubleRange(min = 0.01, max = 100) double length) {
        ArrivalTally tally = ArrivalTally.empty().plus(new Arrival.Within(after, after + length));
        assertThat(tally.total()).isCloseTo(1, within(1e-9));
        assertThat(tally.never()).isZero();
        for (int bin = 0; bin < AgeBins.count() - 1; bin++) {
            boolean meant = AgeBins.edge(bin + 1) > after && AgeBins.edge(bin) < after + length;
            assertThat(tally.arriving(bin) > 0).as("bin %d", bin).isEqualTo(meant);
        }
    }

    @Property(tries = 300)
    void oneWithoutACodeCountsForLaterAndNever(@ForAll @DoubleRange(min = 0, max = 2_000) double end) {
        ArrivalTally tally = ArrivalTally.empty().plus(new Arrival.NotBy(end));
        assertThat(tally.total()).isCloseTo(1, within(1e-9));
        assertThat(tally.never()).isPositive();
        for (int bin = 0; bin < AgeBins.count(); bin++) {
            assertThat(tally.arriving(bin) > 0).as("bin %d", bin).isEqualTo(AgeBins.edge(bin + 1) > end);
        }
    }

    @Test
    void oldOrdersFade() {
        ArrivalTally tally = ArrivalTally.empty();
        for (int i = 0; i < 500; i++) {
            tally = tally.plus(new Arrival.Within(10, 15));
        }
        assertThat(tally.total()).isCloseTo(500, within(1e-6));
        for (int i = 0; i < 1_500; i++) {
            tally = tally.plus(new Arrival.Within(40, 45));
        }
        assertThat(tally.total()).isCloseTo(500, within(1e-6));
        assertThat(tally.arriving(12)).isLessThan(0.05 * 500);
    }

    @Test
    void comesBackFromItsNumbers() {
        ArrivalTally tally =
                ArrivalTally.empty().plus(new Arrival.Within(10, 15)).plus(new Arrival.NotBy(90));
        ArrivalTally again = ArrivalTally.of(tally.arriving(), tally.never());
        assertThat(again.arriving()).isEqualTo(tally.arriving());
        assertThat(again.total()).isEqualTo(tally.total());
    }

    @Test
    void refusesNumbersThatAreNoTally() {
        List<Double> weights = ArrivalTally.empty().arriving();
        assertThatThrownBy(() -> ArrivalTally.of(List.of(1.0), 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArrivalTally.of(weights, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ArrivalTally.of(weights, Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Arrival.Within(5, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Arrival.NotBy(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
    }
}
