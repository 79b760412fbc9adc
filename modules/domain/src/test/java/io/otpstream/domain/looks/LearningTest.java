package io.otpstream.domain.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From looks every 5 to 15 s the curve behind them is found. */
class LearningTest {

    private static final World WORLD = new World(21, 0.45, 0.75);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theTrueCurveIsFound(long seed) {
        ArrivalTally tally = learn(ArrivalTally.empty(), WORLD, 3_000, new Random(seed));
        assertThat(WORLD.distance(overall(tally), 90)).isLessThan(0.04);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void aChangedWorldIsNoticed(long seed) {
        Random random = new Random(seed);
        World slower = new World(45, 0.3, 0.5);
        ArrivalTally before = learn(ArrivalTally.empty(), WORLD, 3_000, random);
        ArrivalTally after = learn(before, slower, 1_500, random);
        assertThat(slower.distance(overall(before), 90)).isGreaterThan(0.3);
        assertThat(slower.distance(overall(after), 90)).isLessThan(0.08);
    }

    @Test
    void anOrderThatEndedAtThirtySecondsIsNotOneWithoutACode() {
        Random random = new Random(1);
        ArrivalTally tally = ArrivalTally.empty();
        for (int i = 0; i < 3_000; i++) {
            tally = tally.plus(WORLD.order(random, i % 2 == 0 ? 30 : 120));
        }
        assertThat(overall(tally).arrivedBy(120)).isCloseTo(0.75, within(0.05));
    }

    private static ArrivalTally learn(ArrivalTally from, World world, int orders, Random random) {
        ArrivalTally tally = from;
        for (int i = 0; i < orders; i++) {
            tally = tally.plus(world.order(random, 90));
        }
        return tally;
    }

    private static ArrivalCurve overall(ArrivalTally tally) {
        return ArrivalCurves.guide().withOverall(tally).overall();
    }
}
