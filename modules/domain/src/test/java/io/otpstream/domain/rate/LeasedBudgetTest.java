package io.otpstream.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When permits of leases fall due, and for how long they are good. */
class LeasedBudgetTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final BudgetRules RULES = BudgetRules.of(300, 1);
    private static final long FIRST = RULES.slotAt(T);
    private static final Duration LATENESS = Duration.ofMillis(250);

    private LeasedBudget budget = new LeasedBudget(RULES, T);

    @BeforeEach
    void latenessIsAsTheTestsSay() {
        assertThat(RULES.lateness()).isEqualTo(LATENESS);
    }

    @Test
    void withoutALeaseThereIsNoPermit() {
        for (int second = 0; second < 100; second++) {
            assertThat(budget.reserve(at(second))).isEqualTo(new Reservation.NotLeased());
            assertThat(budget.lookAhead(1, at(second))).isEqualTo(new Reservation.NotLeased());
        }
        assertThat(budget.shareAt(T)).isZero();
    }

    @Test
    void aLeaseOfNothingGivesNothing() {
        leases(0, 0.0, 0.0, 0.0);
        assertThat(budget.reserve(at(1))).isEqualTo(new Reservation.NotLeased());
    }

    @Test
    void permitsFallDueEvenlyAndTheFirstOneIsNotThereAtOnce() {
        leases(0, 4.0, 4.0, 4.0);
        assertThat(budget.reserve(T)).isEqualTo(new Reservation.Wait(Duration.ofMillis(250)));
        assertThat(dueFrom(T)).containsExactly(0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.25, 2.5, 2.75, 3.0);
        assertThat(budget.dropped()).isZero();
    }

    @Test
    void whatOneSlotBeginsTheNextOneEnds() {
        leases(0, 0.5, 2.0, 10.0, 0.25);
        // Half a permit by 1 s, the other half a quarter of a second later; three quarters are left over at the end.
        assertThat(dueFrom(T)).containsExactly(1.25, 1.75, 2.05, 2.15, 2.25, 2.35, 2.45, 2.55, 2.65, 2.75, 2.85, 2.95);
    }

    @Test
    void sharesBelowOnePerSlotAddUp() {
        leases(0, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25, 0.25);
        assertThat(dueFrom(T)).containsExactly(4.0, 8.0);
    }

    @Test
    void addsUpWhetherItIsAskedOftenOrNot() {
        leases(0, 0.3, 0.3, 0.3, 0.3);
        for (int millis = 0; millis < 3_333; millis += 7) {
            assertThat(budget.reserve(T.plusMillis(millis))).as("%d ms", millis).isInstanceOf(Reservation.Wait.class);
        }
        assertThat(budget.reserve(T.plusMillis(3_334))).isEqualTo(new Reservation.Granted());
    }

    @Test
    void theFirstLeaseOfASlotCounts() {
        budget.lease(FIRST, 1);
        budget.lease(FIRST, 100);
        budget.lease(FIRST + 1, 0);
        budget.lease(FIRST + 1, 100);
        assertThat(dueFrom(T)).containsExactly(1.0);
        assertThat(budget.shareAt(T)).isEqualTo(1);
        assertThat(budget.shareAt(at(1))).isZero();
    }

    @Test
    void aLeaseOfTheSlotThatIsOnCountsFromNowOn() {
        assertThat(budget.reserve(at(0.75))).isEqualTo(new Reservation.NotLeased());
        budget.lease(FIRST, 8);
        // Up to 250 ms ago nobody could have been granted one.
        assertThat(dueFrom(at(0.75))).containsExactly(0.75, 0.75, 0.875, 1.0);
        assertThat(budget.reserve(at(1.1))).isEqualTo(new Reservation.NotLeased());
    }

    @Test
    void aLeaseOfASlotThatIsOverGivesNothing() {
        assertThat(budget.reserve(at(1.3))).isEqualTo(new Reservation.NotLeased());
        budget.lease(FIRST, 100);
        assertThat(budget.reserve(at(1.3))).isEqualTo(new Reservation.NotLeased());
    }

    @Test
    void aPermitIsGoodForTheLatenessAndThenDropped() {
        leases(0, 1.0, 1.0);
        assertThat(budget.reserve(at(1).plus(LATENESS))).isEqualTo(new Reservation.Granted());
        assertThat(budget.dropped()).isZero();
        assertThat(budget.reserve(at(2).plus(LATENESS).plusMillis(1))).isEqualTo(new Reservation.NotLeased());
        assertThat(budget.dropped()).isEqualTo(1);
    }

    @Test
    void nothingIsSavedUp() {
        for (int slot = 0; slot < 100; slot++) {
            leases(slot, 5.0);
        }
        List<Double> granted = new ArrayList<>();
        Instant now = at(60.05);
        while (budget.reserve(now) instanceof Reservation.Granted) {
            granted.add(60.05);
        }
        assertThat(granted).as("the one of 59.8 is just as old as it may be").hasSize(2);
        assertThat(budget.dropped()).isEqualTo(298);
    }

    @Test
    void whoComesBackAfterSlotsThatGaveNothingBringsNothingAlong() {
        leases(0, 0.9, 0.0, 1.0);
        leases(4, 0.9);
        leases(6, 1.0);
        assertThat(dueFrom(T)).containsExactly(3.0, 7.0);
    }

    @Test
    void norIfItSleptMeanwhile() {
        leases(0, 0.9, 0.0, 1.0);
        assertThat(budget.reserve(at(2.5))).isEqualTo(new Reservation.Wait(Duration.ofMillis(500)));
    }

    @Test
    void aPauseHoldsBackAndWhatFellDueIsLost() {
        leases(0, 4.0, 4.0, 4.0, 4.0);
        budget.pause(at(2.1));
        budget.pause(at(1));
        assertThat(budget.reserve(at(1.5))).isEqualTo(new Reservation.Wait(Duration.ofMillis(600)));
        assertThat(budget.lookAhead(1, at(1.5)))
                .isInstanceOfSatisfying(Reservation.Wait.class, wait -> assertThat(wait.duration())
                        .isGreaterThanOrEqualTo(Duration.ofMillis(600)));
        assertThat(dueFrom(at(2.1))).startsWith(2.25, 2.5, 2.75, 3.0, 3.25, 3.5, 3.75);
        assertThat(budget.dropped()).isEqualTo(8);
    }

    @Test
    void aClockSetBackGivesNoPermitTwice() {
        leases(0, 4.0, 4.0, 4.0);
        List<Double> before = new ArrayList<>();
        for (int millis = 0; millis <= 2_000; millis += 50) {
            if (budget.reserve(T.plusMillis(millis)) instanceof Reservation.Granted) {
                before.add(millis / 1_000.0);
            }
        }
        assertThat(before).hasSize(8);
        leases(0, 4.0, 4.0, 4.0);
        assertThat(dueFrom(T)).containsExactly(2.25, 2.5, 2.75, 3.0);
    }

    @Test
    void lookingAheadSaysWhenPermitsCanBeTakenAndTakesNone() {
        for (long seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            budget = new LeasedBudget(RULES, T);
            for (int slot = 0; slot < 12; slot++) {
                leases(slot, random.nextInt(5) == 0 ? 0 : random.nextDouble() * 6);
            }
            Instant now = T.plusMillis(random.nextInt(4_000));
            int queue = 1 + random.nextInt(10);
            List<Double> foreseen = new ArrayList<>();
            for (int place = 1; place <= queue; place++) {
                foreseen.add(when(budget.lookAhead(place, now), now));
            }
            for (double expected : foreseen) {
                double due = when(budget.reserve(now), now);
                if (due == Double.POSITIVE_INFINITY) {
                    assertThat(expected).as("seed %d", seed).isEqualTo(due);
                    break;
                }
                assertThat(due).as("seed %d", seed).isCloseTo(expected, within(1e-6));
                Instant later = at(due);
                if (later.isAfter(now)) {
                    now = later.plusNanos(1_000);
                    assertThat(budget.reserve(now)).isEqualTo(new Reservation.Granted());
                }
            }
        }
    }

    private void leases(long from, double... permitsPerSecond) {
        for (int i = 0; i < permitsPerSecond.length; i++) {
            budget.lease(FIRST + from + i, permitsPerSecond[i]);
        }
    }

    private static Instant at(double seconds) {
        return T.plusNanos(Math.round(seconds * 1e9));
    }

    /** Takes every permit as soon as it is due. */
    private List<Double> dueFrom(Instant start) {
        List<Double> due = new ArrayList<>();
        Instant now = start;
        while (true) {
            switch (budget.reserve(now)) {
                case Reservation.Granted granted -> due.add(rounded(now));
                case Reservation.Wait(Duration wait) -> {
                    assertThat(wait).isPositive();
                    now = now.plus(wait);
                }
                case Reservation.NotLeased none -> {
                    return due;
                }
            }
        }
    }

    private static double rounded(Instant moment) {
        return Math.round(BudgetRules.seconds(Duration.between(T, moment)) * 1e6) / 1e6;
    }

    /** Seconds since T; infinite where no lease reaches so far. */
    private static double when(Reservation reservation, Instant now) {
        return switch (reservation) {
            case Reservation.Granted granted -> BudgetRules.seconds(Duration.between(T, now));
            case Reservation.Wait(Duration wait) -> BudgetRules.seconds(Duration.between(T, now.plus(wait)));
            case Reservation.NotLeased none -> Double.POSITIVE_INFINITY;
        };
    }
}
