package io.otpstream.domain.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.domain.lifecycle.Priority;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How many permits become orders. */
class CreatePaceTest {

    private static final int DELAY = 200;

    @ParameterizedTest
    @ValueSource(doubles = {3.0, 4.2, 5.5, 7.0})
    void codesAreFoundAtTheAgeThatWasAskedFor(double target) {
        CreatePace pace = new CreatePace(target);
        Plant plant = new Plant(pace.fraction());
        for (int permit = 0; permit < 30_000; permit++) {
            plant.spend(pace, true);
        }
        double least = Double.MAX_VALUE;
        double most = 0;
        for (int permit = 0; permit < 10_000; permit++) {
            plant.spend(pace, true);
            least = Math.min(least, pace.expectedCodeAge());
            most = Math.max(most, pace.expectedCodeAge());
        }
        assertThat(least).isGreaterThan(target - 0.15);
        assertThat(most).isLessThan(target + 0.15);
        assertThat(pace.fraction()).isCloseTo((target - 2) / 12, within(0.02));
    }

    @ParameterizedTest
    @ValueSource(doubles = {3.0, 7.0})
    void theFractionGoesThereFromBothSidesAndDoesNotSwing(double target) {
        CreatePace pace = new CreatePace(target);
        Plant plant = new Plant(pace.fraction());
        double settled = (target - 2) / 12;
        double overshoot = 0;
        boolean rises = settled > pace.fraction();
        for (int permit = 0; permit < 30_000; permit++) {
            plant.spend(pace, true);
            overshoot = Math.max(overshoot, rises ? pace.fraction() - settled : settled - pace.fraction());
        }
        assertThat(overshoot).isLessThan(0.1 * settled);
    }

    @Test
    void createsAreTheFractionOfAllPermits() {
        CreatePace pace = new CreatePace(4.4);
        Plant plant = new Plant(pace.fraction());
        for (int permit = 0; permit < 10_000; permit++) {
            plant.spend(pace, true);
        }
        assertThat(plant.creates / 10_000.0).isCloseTo(0.2, within(0.01));
    }

    @Test
    void whereNobodyHasToWaitTheFractionStays() {
        CreatePace pace = new CreatePace(3);
        Plant plant = new Plant(pace.fraction());
        double before = pace.fraction();
        for (int permit = 0; permit < 5_000; permit++) {
            plant.spend(pace, false);
        }
        assertThat(pace.expectedCodeAge()).as("there is something to correct").isGreaterThan(4);
        assertThat(pace.fraction()).isEqualTo(before);
    }

    @Test
    void withoutAnAgeItStaysAsWell() {
        CreatePace pace = new CreatePace(3);
        for (int permit = 0; permit < 1_000; permit++) {
            pace.spent(true);
        }
        assertThat(pace.fraction()).isEqualTo(new CreatePace(3).fraction());
        assertThat(pace.expectedCodeAge()).isZero();
        assertThat(pace.looksPerCode()).isZero();
    }

    @Test
    void neitherCreatesNorLooksEverStopAltogether() {
        CreatePace slow = new CreatePace(1);
        CreatePace fast = new CreatePace(100);
        for (int permit = 0; permit < 200_000; permit++) {
            slow.looked(10, 1);
            slow.spent(true);
            fast.looked(1, 1);
            fast.spent(true);
        }
        assertThat(slow.fraction()).isEqualTo(0.02);
        assertThat(fast.fraction()).isEqualTo(0.5);
    }

    @Test
    void aPauseEarnsAFewCreatesAndNoMore() {
        CreatePace pace = new CreatePace(4.2);
        for (int permit = 0; permit < 1_000; permit++) {
            pace.spent(false);
        }
        assertThat(createsInARow(pace, Priority.BATCH)).isEqualTo(4);
        pace.notCreated();
        assertThat(pace.isCreateNext(Priority.BATCH)).as("what was given back").isTrue();
    }

    @Test
    void whatNobodyElseCouldUseIsNotOwed() {
        CreatePace pace = new CreatePace(4.2);
        for (int create = 0; create < 100; create++) {
            pace.created(Priority.BATCH);
        }
        int permits = 0;
        for (; !pace.isCreateNext(Priority.BATCH); permits++) {
            pace.spent(false);
        }
        // The next one is to be earned, at one in five.
        assertThat(permits).isBetween(5, 6);
    }

    @Test
    void theAgeIsThatOfTheCodesThatAreFound() {
        CreatePace pace = new CreatePace(4.2);
        for (int i = 0; i < 5_000; i++) {
            pace.looked(0.5, 0.1);
            pace.looked(2.5, 0.4);
        }
        assertThat(pace.expectedCodeAge()).isCloseTo(6, within(0.05));
        assertThat(pace.looksPerCode()).isCloseTo(4, within(0.05));
    }

    @Test
    void aCancelInPlaceOfALookFindsCodesForNothing() {
        CreatePace pace = new CreatePace(4.2);
        pace.looked(1, 0.5);
        assertThat(pace.looksPerCode()).isEqualTo(2);
        pace.lastLooked(4, 0.5);
        assertThat(pace.looksPerCode()).isEqualTo(1);
        assertThat(pace.expectedCodeAge()).isEqualTo(5);
    }

    @Test
    void somebodyWhoWaitsGetsACreateInAdvanceAndABatchPaysForIt() {
        CreatePace pace = new CreatePace(4.2);
        assertThat(createsInARow(pace, Priority.BATCH)).isEqualTo(1);
        assertThat(createsInARow(pace, Priority.INTERACTIVE)).isEqualTo(8);
        assertThat(pace.isCreateNext(Priority.INTERACTIVE)).isFalse();
        int permits = 0;
        for (; !pace.isCreateNext(Priority.BATCH); permits++) {
            pace.spent(false);
        }
        // Eight in advance and the next one, at one in five.
        assertThat(permits).isBetween(45, 46);
    }

    private static int createsInARow(CreatePace pace, Priority priority) {
        int creates = 0;
        for (; pace.isCreateNext(priority); creates++) {
            pace.created(priority);
        }
        return creates;
    }

    /** A made-up API: more orders at once make codes older, some permits later. */
    private static final class Plant {

        private final Deque<Double> fractions = new ArrayDeque<>();
        private int creates;

        Plant(double fraction) {
            for (int i = 0; i < DELAY; i++) {
                fractions.add(fraction);
            }
        }

        void spend(CreatePace pace, boolean contended) {
            if (pace.isCreateNext(Priority.BATCH)) {
                pace.created(Priority.BATCH);
                creates++;
            } else {
                double age = 2 + 12 * fractions.getFirst();
                pace.looked(age * 0.3, 0.3);
            }
            fractions.removeFirst();
            pace.spent(contended);
            fractions.add(pace.fraction());
        }
    }
}
