package io.otpstream.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.benchmarks.budget.BudgetTerms;
import io.otpstream.benchmarks.budget.Demand;
import io.otpstream.benchmarks.budget.Figures;
import io.otpstream.benchmarks.budget.GuideVariant;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VirtualBudgetTest {

    private static final Duration WARM_UP = Duration.ofMinutes(10);
    private static final Duration MEASURED = Duration.ofHours(1);

    @Test
    void theGuideIsAsGoodAsItCanBeWithoutARefusal() {
        Figures guide = VirtualBudget.guide(GuideVariant.PACED, 1, WARM_UP, MEASURED);

        assertThat(guide.rateLimited()).isZero();
        assertThat(guide.verificationsPerMinute()).isBetween(28.0, 33.0);
        assertThat(guide.requestsPerVerification()).isBetween(9.0, 10.0);
        // As good as all that there are: with more workers, looks come later than the guide says.
        assertThat(guide.verificationsPerMinute() * guide.requestsPerVerification())
                .isBetween(280.0, 300.0);
        // Half of the time between two looks, and what the answer takes.
        assertThat(guide.meanCodeAgeSeconds()).isCloseTo(2.6, within(0.3));
        assertThat((double) guide.codes() / guide.verifications()).isCloseTo(0.75, within(0.03));
    }

    @Test
    void theGuideIsRefusedWhenNobodyMindsTheBudget() {
        Figures guide = VirtualBudget.guide(GuideVariant.UNPACED, 1, WARM_UP, MEASURED);

        assertThat(guide.rateLimited()).isPositive();
        assertThat(guide.verificationsPerMinute()).isLessThan(33);
    }

    @Test
    void thePipelineUsesTheWholeBudgetAndNoMore() {
        Figures otpstream = VirtualBudget.otpstream(Demand.backlog(BudgetTerms.BACKLOG), 1, WARM_UP, MEASURED);

        assertThat(otpstream.rateLimited()).isZero();
        assertThat(otpstream.verificationsPerMinute() * otpstream.requestsPerVerification())
                .isBetween(285.0, 300.0);
        assertThat((double) otpstream.codes() / otpstream.verifications()).isCloseTo(0.75, within(0.03));
    }

    @Test
    void withBudgetToSpareOrdersAreLookedAtAsOftenAsTheVendorAllows() {
        Figures light = VirtualBudget.otpstream(Demand.atOnce(BudgetTerms.LIGHT_LOAD), 1, WARM_UP, MEASURED);

        assertThat(light.rateLimited()).isZero();
        assertThat(light.verificationsPerMinute() * light.requestsPerVerification())
                .isLessThan(200);
        assertThat(light.meanCodeAgeSeconds()).isLessThan(3);
    }

    @Test
    void aSeedGivesTheSameFiguresAgain() {
        Duration measured = Duration.ofMinutes(20);

        assertThat(VirtualBudget.run(7, WARM_UP, measured)).isEqualTo(VirtualBudget.run(7, WARM_UP, measured));
        assertThat(VirtualBudget.run(7, WARM_UP, measured)).isNotEqualTo(VirtualBudget.run(8, WARM_UP, measured));
    }
}
