package io.otpstream.benchmarks.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.benchmarks.budget.BudgetFigures;
import io.otpstream.benchmarks.budget.BudgetTerms;
import io.otpstream.benchmarks.budget.Demand;
import io.otpstream.benchmarks.budget.Figures;
import io.otpstream.benchmarks.budget.GuideVariant;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class VirtualBudgetTest {

    private static final Duration WARM_UP = Duration.ofMinutes(10);
    private static final VirtualTime TIME = VirtualTime.of(WARM_UP, Duration.ofHours(1));

    @Test
    void theGuideIsAsGoodAsItCanBeWithoutARefusal() {
        Figures guide = VirtualBudget.guide(GuideVariant.PACED, 1, TIME);

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
        Figures guide = VirtualBudget.guide(GuideVariant.UNPACED, 1, TIME);

        assertThat(guide.rateLimited()).isPositive();
        assertThat(guide.verificationsPerMinute()).isLessThan(33);
    }

    @Test
    void thePipelineUsesTheWholeBudgetAndNoMore() {
        Figures otpstream = VirtualBudget.otpstream(Demand.backlog(BudgetTerms.BACKLOG), 1, TIME);

        assertThat(otpstream.rateLimited()).isZero();
        assertThat(otpstream.verificationsPerMinute() * otpstream.requestsPerVerification())
                .isBetween(285.0, 300.0);
        assertThat((double) otpstream.codes() / otpstream.verifications()).isCloseTo(0.75, within(0.03));
    }

    @Test
    void withBudgetToSpareOrdersAreLookedAtAsOftenAsTheVendorAllows() {
        Figures light = VirtualBudget.otpstream(Demand.atOnce(BudgetTerms.LIGHT_LOAD), 1, TIME);

        assertThat(light.rateLimited()).isZero();
        assertThat(light.verificationsPerMinute() * light.requestsPerVerification())
                .isLessThan(200);
        assertThat(light.meanCodeAgeSeconds()).isLessThan(3);
    }

    @Test
    void aSeedGivesTheSameFiguresAgain() {
        AtomicInteger minutes = new AtomicInteger();
        VirtualTime time = new VirtualTime(WARM_UP, Duration.ofMinutes(20), minutes::incrementAndGet);

        BudgetFigures figures = VirtualBudget.run(7, time);

        assertThat(minutes).as("of all clients").hasValue((int) (VirtualBudget.CLIENTS * time.minutes()));
        assertThat(VirtualBudget.run(7, time)).isEqualTo(figures);
        assertThat(VirtualBudget.run(8, time)).isNotEqualTo(figures);
    }
}
