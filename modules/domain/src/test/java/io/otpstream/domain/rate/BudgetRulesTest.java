package io.otpstream.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetRulesTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 20})
    void aWindowAndItsSlackHoldTheLimitLessOneForEach(int instances) {
        BudgetRules rules = BudgetRules.of(300, 1);
        assertThat(rules.permitsPerSecond(instances) * 60.5 + instances).isCloseTo(300, within(1e-9));
    }

    @Test
    void theSlackIsLatenessAndTheDifferenceOfTwoClocks() {
        BudgetRules rules = BudgetRules.of(300, 1);
        assertThat(rules.lateness().plus(rules.clockTolerance().multipliedBy(2)))
                .isEqualTo(rules.slack())
                .isEqualTo(Duration.ofMillis(500));
    }

    @Test
    void moreInstancesThanPermitsStillGetSome() {
        assertThat(BudgetRules.of(2, 1).permitsPerSecond(5)).isCloseTo(1 / 60.5, within(1e-9));
    }

    @Test
    void aLimitThatLeavesNothingIsRefused() {
        assertThatThrownBy(() -> BudgetRules.of(1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("limit:");
    }

    @Test
    void inReality() {
        assertThat(BudgetRules.of(300, 1))
                .isEqualTo(new BudgetRules(
                        300,
                        Duration.ofSeconds(60),
                        Duration.ofMillis(500),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(6),
                        Duration.ofSeconds(3)));
    }

    @Test
    void aFastWorldShortensAllOfItToWhereMachinesCanFollow() {
        assertThat(BudgetRules.of(300, 5))
                .isEqualTo(new BudgetRules(
                        300,
                        Duration.ofSeconds(12),
                        Duration.ofMillis(100),
                        Duration.ofMillis(200),
                        Duration.ofMillis(1_200),
                        Duration.ofSeconds(1)));
        assertThat(BudgetRules.of(300, 100))
                .isEqualTo(new BudgetRules(
                        300,
                        Duration.ofMillis(600),
                        Duration.ofMillis(5),
                        Duration.ofMillis(100),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1)));
        assertThat(BudgetRules.of(300, 100).permitsPerSecond(1))
                .isCloseTo(100 * BudgetRules.of(300, 1).permitsPerSecond(1), within(1e-6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3, 7, 60})
    void slotsFollowEachOtherWithoutAGap(double speed) {
        BudgetRules rules = BudgetRules.of(300, speed);
        long slot = rules.slotAt(Instant.parse("2026-01-01T00:00:00.123456789Z"));
        for (long each = slot; each < slot + 100; each++) {
            Instant start = startOf(rules, each);
            assertThat(rules.slotAt(start)).isEqualTo(each);
            assertThat(rules.slotAt(start.minusNanos(1))).isEqualTo(each - 1);
            assertThat(start.plus(rules.slot())).isEqualTo(startOf(rules, each + 1));
        }
    }

    private static Instant startOf(BudgetRules rules, long slot) {
        return Instant.EPOCH.plus(rules.slot().multipliedBy(slot));
    }
}
