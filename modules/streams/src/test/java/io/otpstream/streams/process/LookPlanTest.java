package io.otpstream.streams.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.otpstream.domain.looks.ArrivalCurve;
import io.otpstream.domain.looks.ArrivalCurves;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.streams.calls.Bid;
import io.otpstream.streams.process.LookPlan.Choice;
import io.otpstream.streams.store.CallCandidate;
import io.otpstream.streams.store.CallCandidate.Watched;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** Which order is looked at next, and what that is worth. */
class LookPlanTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final ArrivalCurve CURVE = ArrivalCurves.guide().overall();

    /** From the answer to a look until its permit is used, in seconds. */
    private static final double LEAD = 0.45;

    private static final RandomGenerator NEVER = () -> -1L;
    private static final RandomGenerator ALWAYS = () -> 0L;

    private final LookPlan adaptive = plan(PollStrategy.ADAPTIVE, NEVER);
    private final LookPlan fixed = plan(PollStrategy.FIXED, ALWAYS);

    @Test
    void whereNothingIsDueNothingIsChosen() {
        assertThat(adaptive.bestLook(List.of(), NOW)).isNull();
        assertThat(fixed.bestLook(List.of(), NOW)).isNull();
        assertThat(adaptive.firstCancel(List.of(), NOW)).isNull();
    }

    @Test
    void theAdaptiveOneTakesTheLargestExpectedAge() {
        List<CallCandidate> due = List.of(order("young", 8, 0, 3), order("likely", 25, 6, 1), order("late", 85, 79, 2));
        double likely = CURVE.expectedCodeAge(6, 25 + LEAD);
        assertThat(likely)
                .as("the sample means something")
                .isGreaterThan(CURVE.expectedCodeAge(0, 8 + LEAD) + 0.1)
                .isGreaterThan(CURVE.expectedCodeAge(79, 85 + LEAD) + 0.1);

        Choice choice = Objects.requireNonNull(adaptive.bestLook(due, NOW));
        assertThat(choice.requestId()).isEqualTo("likely");
        double probability = CURVE.probability(6, 25 + LEAD);
        assertThat(choice.bid()).isInstanceOfSatisfying(Bid.Look.class, look -> {
            assertThat(look.worth()).isCloseTo(likely, within(1e-5));
            assertThat(look.probability()).isCloseTo(probability, within(1e-9));
            assertThat(look.expectedAge()).isCloseTo(likely, within(1e-9));
        });
    }

    @Test
    void amongEqualsTheOneThatWasDueFirst() {
        List<CallCandidate> due = List.of(order("one", 20, 10, 1), order("other", 20, 10, 2));
        assertThat(chosen(adaptive, due)).isEqualTo("other");
        assertThat(chosen(adaptive, due.reversed())).isEqualTo("other");
    }

    @Test
    void ageIsThatOfTheApisWorld() {
        LookPlan fast = new LookPlan(PollStrategy.ADAPTIVE, ArrivalCurves::guide, 100, NEVER);
        Choice choice = Objects.requireNonNull(fast.bestLook(List.of(order("r", 0.3, 0.05, 0.1)), NOW));
        assertThat(choice.bid()).isInstanceOfSatisfying(Bid.Look.class, look -> assertThat(look.probability())
                .isCloseTo(CURVE.probability(5, 30 + 100 * LEAD), within(1e-9)));
    }

    @Test
    void theFixedOneTakesTheOneThatHasBeenDueForLongest() {
        List<CallCandidate> due = List.of(order("young", 8, 0, 3), order("likely", 25, 6, 1), order("late", 85, 79, 2));
        Choice choice = Objects.requireNonNull(fixed.bestLook(due, NOW));
        assertThat(choice.requestId()).isEqualTo("young");
        assertThat(choice.bid()).isInstanceOfSatisfying(Bid.Look.class, look -> assertThat(look.worth())
                .isCloseTo(3, within(1e-9)));
    }

    @Test
    void whatARequestNeedsToEndGoesFirst() {
        CallCandidate toConclude = new CallCandidate("ends", NOW, null);
        List<CallCandidate> due = List.of(order("likely", 30, 6, 20), toConclude, order("late", 85, 79, 2));
        for (LookPlan plan : List.of(adaptive, fixed)) {
            assertThat(plan.bestLook(due, NOW)).isEqualTo(new Choice("ends", new Bid.Conclude()));
        }
    }

    @Test
    void nowAndThenAnyOrderIsLookedAtThatWasNotYet() {
        LookPlan curious = plan(PollStrategy.ADAPTIVE, new Random(1));
        List<CallCandidate> due = List.of(order("seen", 25, 6, 1), unseen("a", 5.5), unseen("b", 6));
        Choice best = Objects.requireNonNull(adaptive.bestLook(due, NOW));
        assertThat(best.requestId()).isEqualTo("seen");
        int a = 0;
        int b = 0;
        int draws = 50_000;
        for (int i = 0; i < draws; i++) {
            Choice choice = Objects.requireNonNull(curious.bestLook(due, NOW));
            a += choice.requestId().equals("a") ? 1 : 0;
            b += choice.requestId().equals("b") ? 1 : 0;
        }
        assertThat((a + b) / (double) draws).isBetween(0.017, 0.023);
        assertThat(a / (double) (a + b)).isBetween(0.4, 0.6);
    }

    @Test
    void thatIsBidForAsTheBestOneAndCountsAsWhatItIs() {
        List<CallCandidate> due = List.of(order("seen", 25, 6, 1), unseen("a", 5.5));
        Bid.Look best = look(adaptive, due);
        Choice explored =
                Objects.requireNonNull(plan(PollStrategy.ADAPTIVE, ALWAYS).bestLook(due, NOW));
        assertThat(explored.requestId()).isEqualTo("a");
        assertThat(explored.bid()).isInstanceOfSatisfying(Bid.Look.class, look -> {
            assertThat(look.worth()).isEqualTo(best.worth());
            assertThat(look.probability()).isCloseTo(CURVE.probability(0, 5.5 + LEAD), within(1e-9));
            assertThat(look.expectedAge()).isLessThan(best.expectedAge());
        });
    }

    @Test
    void whereAllWereSeenNothingIsExplored() {
        List<CallCandidate> due = List.of(order("late", 85, 79, 2), order("likely", 25, 6, 1));
        assertThat(chosen(plan(PollStrategy.ADAPTIVE, ALWAYS), due)).isEqualTo("likely");
    }

    @Test
    void aCancelInPlaceOfALookCarriesWhatItMayFind() {
        List<CallCandidate> due = List.of(order("deadline", 90, 80, 1), order("second", 90, 60, 0));
        Bid.Look asLook = look(adaptive, due.subList(0, 1));
        assertThat(asLook.probability()).isPositive();
        assertThat(adaptive.firstCancel(due, NOW))
                .isEqualTo(new Choice("deadline", new Bid.Cancel(asLook.expectedAge(), asLook.probability())));
    }

    @Test
    void aCancelOfWhatNobodyWaitsForFindsNothing() {
        assertThat(adaptive.firstCancel(List.of(new CallCandidate("lost", NOW, null)), NOW))
                .isEqualTo(new Choice("lost", Bid.Cancel.ofNoUse()));
    }

    private static LookPlan plan(PollStrategy strategy, RandomGenerator random) {
        return new LookPlan(strategy, ArrivalCurves::guide, 1, random);
    }

    private static String chosen(LookPlan plan, List<CallCandidate> due) {
        return Objects.requireNonNull(plan.bestLook(due, NOW)).requestId();
    }

    private static Bid.Look look(LookPlan plan, List<CallCandidate> due) {
        return (Bid.Look) Objects.requireNonNull(plan.bestLook(due, NOW)).bid();
    }

    /**
     * An order that was looked at.
     *
     * @param age since it was rented, seconds
     * @param emptyAge its age at the last look
     * @param overdue since when it may be looked at
     */
    private static CallCandidate order(String id, double age, double emptyAge, double overdue) {
        Instant since = ago(age);
        Instant emptyAt = since.plusNanos((long) (emptyAge * 1e9));
        return new CallCandidate(id, ago(overdue), new Watched(6, 1, since, emptyAt));
    }

    private static CallCandidate unseen(String id, double age) {
        return new CallCandidate(id, ago(0), new Watched(6, 1, ago(age), null));
    }

    private static Instant ago(double seconds) {
        return NOW.minusNanos((long) (seconds * 1e9));
    }
}
