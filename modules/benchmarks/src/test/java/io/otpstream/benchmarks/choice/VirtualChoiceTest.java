package io.otpstream.benchmarks.choice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VirtualChoiceTest {

    private static final int REQUESTS = 8_000;
    private static final int WAIT_IDR_PER_MINUTE = 1_000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theBestCostsLessAndBringsMoreCodesWhateverTheSeed(long seed) {
        VirtualChoice week = VirtualChoice.run(seed, 3_000, WAIT_IDR_PER_MINUTE);

        for (ChoiceFigures other : new ChoiceFigures[] {week.listed(), week.cheapest()}) {
            assertThat(week.best().combinedPerCodeIdr()).isLessThan(other.combinedPerCodeIdr());
            assertThat(week.best().successPerOrder()).isGreaterThan(other.successPerOrder());
            assertThat(week.best().codes()).isGreaterThan(other.codes());
        }
        // What it costs not to know: exploring, and finding out.
        assertThat(week.best().combinedPerCodeIdr())
                .isBetween(
                        week.allKnowing().combinedPerCodeIdr(),
                        1.05 * week.allKnowing().combinedPerCodeIdr());
    }

    @Test
    void theBestLeavesACountryThatHasGoneBadAndComesBack() {
        VirtualChoice week = VirtualChoice.run(1, REQUESTS, WAIT_IDR_PER_MINUTE);

        assertThat(week.best().leftAfterHours().orElseThrow()).isLessThan(6);
        assertThat(week.best().backAfterHours().orElseThrow()).isLessThan(12);
        assertThat(week.listed().leftAfterHours()).as("it was never there").isEmpty();
    }

    @Test
    void listedAndCheapestDoWhatTheirNamesSay() {
        VirtualChoice week = VirtualChoice.run(1, REQUESTS, WAIT_IDR_PER_MINUTE);

        // The first one listed, and the second one for those whose number was refused.
        assertThat(week.listed().costPerCodeIdr()).isBetween(5_500.0, 6_000.0);
        assertThat(week.cheapest().costPerCodeIdr()).isBetween(2_500.0, 3_500.0);
        assertThat(week.best().requests()).isEqualTo(REQUESTS);
        assertThat(week.best().codes()).isLessThan(REQUESTS);
    }

    @Test
    void aSeedGivesTheSameFiguresAgain() {
        assertThat(VirtualChoice.run(7, 1_000, WAIT_IDR_PER_MINUTE))
                .isEqualTo(VirtualChoice.run(7, 1_000, WAIT_IDR_PER_MINUTE))
                .isNotEqualTo(VirtualChoice.run(8, 1_000, WAIT_IDR_PER_MINUTE));
    }
}
