package io.otpstream.domain.looks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class ArrivalCurveTest {

    private static final int STEPS = 20_000;

    @Property(tries = 100)
    void theExpectedAgeIsTheIntegralThatItIsDefinedBy(
            @ForAll long seed,
            @ForAll @DoubleRange(min = 0, max = 1_400) double from,
            @ForAll @DoubleRange(min = 0, max = 300) double length) {
        ArrivalCurve curve = anyCurve(seed);
        double step = length / STEPS;
        double area = 0;
        for (int i = 0; i < STEPS; i++) {
            area += step * (curve.arrivedBy(from + (i + 0.5) * step) - curve.arrivedBy(from));
        }
        assertThat(curve.expectedCodeAge(from, from + length))
                .isCloseTo(area / (1 - curve.arrivedBy(from)), within(1e-4));
    }

    @Property(tries = 300)
    void probabilitiesAreProbabilities(
            @ForAll long seed,
            @ForAll @DoubleRange(min = -10, max = 1_400) double from,
            @ForAll @DoubleRange(min = -10, max = 1_400) double to) {
        ArrivalCurve curve = anyCurve(seed);
        double found = curve.probability(from, to);
        assertThat(found).isBetween(0.0, 1.0);
        assertThat(curve.expectedCodeAge(from, to)).isBetween(0.0, Math.max(0, to - from) * found + 1e-9);
        assertThat(curve.arrivedBy(to)).isBetween(0.0, 1.0);
        if (to > from) {
            assertThat(curve.arrivedBy(to)).isGreaterThanOrEqualTo(curve.arrivedBy(from));
        }
    }

    @Test
    void whatHasAllArrivedIsNotWorthALook() {
        double[] masses = new double[AgeBins.count()];
        masses[3] = 1;
        ArrivalCurve curve = new ArrivalCurve(masses);
        assertThat(curve.arrivedBy(4)).isEqualTo(1);
        assertThat(curve.probability(4, 9)).isZero();
        assertThat(curve.expectedCodeAge(4, 9)).isZero();
        assertThat(curve.expectedCodeAge(0, 9)).isCloseTo(5.5, within(1e-9));
    }

    @Test
    void anAgeThatIsNotAfterTheLastLookFindsNothingNew() {
        ArrivalCurve curve = ArrivalCurves.guide().overall();
        assertThat(curve.probability(20, 20)).isZero();
        assertThat(curve.expectedCodeAge(20, 15)).isZero();
        assertThat(curve.arrivedBy(-1)).isZero();
    }

    @Test
    void theGuideIsBelievedAtFirst() {
        ArrivalCurve curve = ArrivalCurves.guide().overall();
        assertThat(curve.arrivedBy(1_200)).isCloseTo(0.75, within(1e-9));
        assertThat(curve.arrivedBy(21.2)).isCloseTo(0.375, within(0.01));
        assertThat(curve.arrivedBy(30) - curve.arrivedBy(15)).isGreaterThan(0.5);
    }

    @Test
    void theBinsGrowWithTheAge() {
        for (int bin = 0; bin < AgeBins.count(); bin++) {
            assertThat(AgeBins.width(bin)).isLessThanOrEqualTo(Math.max(1, 0.05 * AgeBins.edge(bin)) + 1e-9);
            assertThat(AgeBins.indexOf(AgeBins.edge(bin))).isEqualTo(bin);
        }
        assertThat(AgeBins.edge(AgeBins.count())).isEqualTo(1_200);
        assertThat(AgeBins.count()).isBetween(90, 120);
    }

    /** Some bins empty, some full, and a part of the orders without a code for ever. */
    private static ArrivalCurve anyCurve(long seed) {
        Random random = new Random(seed);
        double[] masses = random.doubles(AgeBins.count())
                .map(mass -> mass < 0.5 ? 0 : mass)
                .toArray();
        double all = Arrays.stream(masses).sum() * (1 + random.nextDouble());
        return new ArrivalCurve(Arrays.stream(masses).map(mass -> mass / all).toArray());
    }
}
