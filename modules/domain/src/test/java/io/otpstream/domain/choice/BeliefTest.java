package io.otpstream.domain.choice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeliefTest {

    private static final int DRAWS = 50_000;

    @ParameterizedTest
    @CsvSource({"0.4, 0.2", "1, 1", "2.25, 0.75", "80, 20", "3, 97"})
    void drawsHaveTheMeanAndSpreadOfABetaDistribution(double codes, double failures) {
        Belief belief = new Belief(codes, failures, 20, 1);
        Random random = new Random(7);
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < DRAWS; i++) {
            double drawn = belief.drawProbability(random);
            assertThat(drawn).isBetween(0.0, 1.0);
            sum += drawn;
            squares += drawn * drawn;
        }
        double all = codes + failures;
        double mean = codes / all;
        double variance = mean * (1 - mean) / (all + 1);
        assertThat(belief.expectedProbability()).isEqualTo(mean);
        assertThat(sum / DRAWS).isCloseTo(mean, within(6 * Math.sqrt(variance / DRAWS)));
        assertThat(squares / DRAWS - Math.pow(sum / DRAWS, 2)).isCloseTo(variance, within(0.05 * variance));
    }

    @Test
    void aCodeCostsOneOrderAndTheTimeOfAllThatItTakes() {
        Belief belief = new Belief(1, 1, 20, 1);

        // Each order fails once on average, for 90 s, and then there are 20 s more: 110 s at 10 IDR.
        assertThat(belief.costPerCode(0.5, 3_000, 90, 10)).isCloseTo(4_100, within(1e-9));
        assertThat(belief.costPerCode(1, 3_000, 90, 10)).isCloseTo(3_200, within(1e-9));
        assertThat(belief.costPerCode(0.5, 3_000, 90, 0)).isCloseTo(3_000, within(1e-9));
    }

    @Test
    void lateCodesArePaidFor() {
        assertThat(new Belief(1, 1, 20, 1.2).costPerCode(1, 3_000, 90, 0)).isCloseTo(3_600, within(1e-9));
    }
}
