package io.otpstream.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Who gets how much, of which slots, and when nobody gets anything. */
class AllocatorTest {

    private static final Instant T = Instant.parse("2026-01-01T00:00:00Z");
    private static final BudgetRules RULES = BudgetRules.of(300, 1);
    private static final long FIRST = RULES.slotAt(T);
    private static final Demand SOME = new Demand(1, 2, true);
    private static final Offset<Double> CLOSE = within(1e-9);

    private final Allocator allocator = new Allocator(RULES, Split.DEMAND);

    @Test
    void isSilentWhereNobodyAsks() {
        assertThat(allocator.due(T)).isEmpty();
        allocator.demand("a", Demand.NONE, 1, 0, T);
        assertThat(allocator.due(T)).isEmpty();
    }

    @Test
    void writesFromTheSlotThatIsOnUpToTheHorizonAndEachOnce() {
        asks("a", T);
        assertThat(slots(allocator.due(T.plusMillis(700)))).containsExactly(0L, 1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(allocator.due(T.plusMillis(999))).isEmpty();
        assertThat(slots(allocator.due(T.plusMillis(1_000)))).containsExactly(7L);
        asks("a", T.plusMillis(3_500));
        assertThat(slots(allocator.due(T.plusMillis(3_500)))).containsExactly(8L, 9L);
    }

    @Test
    void whatIsOverIsNotLeased() {
        asks("a", T.plusSeconds(100));
        assertThat(slots(allocator.due(T.plusSeconds(100)))).startsWith(100L).endsWith(106L);
        asks("a", T.plusSeconds(120));
        assertThat(slots(allocator.due(T.plusSeconds(120)))).startsWith(120L).endsWith(126L);
    }

    @Test
    void goesOnFromWhatSomebodyElseLeased() {
        allocator.leased(FIRST + 4);
        allocator.leased(FIRST + 2);
        asks("a", T);
        assertThat(slots(allocator.due(T))).containsExactly(5L, 6L);
    }

    @Test
    void whoeverAsksGetsItsShareOfTheWholeRate() {
        asks("a", T);
        asks("b", T);
        Lease lease = allocator.due(T).getFirst();
        assertThat(lease.total()).isCloseTo(RULES.permitsPerSecond(2), CLOSE);
        assertThat(lease.shareOf("a")).isCloseTo(RULES.permitsPerSecond(2) / 2, CLOSE);
        assertThat(lease.shareOf("c")).isZero();
    }

    @Test
    void whoFallsSilentGetsNothingButCountsForAWindow() {
        asks("silent", T);
        Instant heard = T.plus(RULES.patience());
        asks("a", heard.minusMillis(1));
        assertThat(next(heard.minusMillis(1)).shares()).containsOnlyKeys("a", "silent");

        asks("a", heard.plusSeconds(1));
        Lease after = next(heard.plusSeconds(1));
        assertThat(after.shares()).containsOnlyKeys("a");
        assertThat(after.total()).isCloseTo(RULES.permitsPerSecond(2), CLOSE);

        Instant forgotten =
                T.plus(RULES.window()).plus(RULES.slack()).plus(RULES.horizon()).plus(RULES.patience());
        asks("a", forgotten);
        assertThat(next(forgotten).total()).isCloseTo(RULES.permitsPerSecond(2), CLOSE);
        asks("a", forgotten.plusSeconds(1));
        assertThat(next(forgotten.plusSeconds(1)).total()).isCloseTo(RULES.permitsPerSecond(1), CLOSE);
    }

    @Test
    void whoNeedsNothingMoreGetsNothingButCounts() {
        asks("a", T);
        allocator.demand("done", SOME, 1, 0, T);
        allocator.demand("done", Demand.NONE, 1, 0, T.plusMillis(1));
        Lease lease = next(T.plusMillis(1));
        assertThat(lease.shares()).containsOnlyKeys("a");
        assertThat(lease.total()).isCloseTo(RULES.permitsPerSecond(2), CLOSE);
    }

    @Test
    void theLastDemandEndsIt() {
        asks("a", T);
        assertThat(allocator.due(T)).isNotEmpty();
        allocator.demand("a", Demand.NONE, 1, 0, T.plusSeconds(1));
        assertThat(allocator.due(T.plusSeconds(1))).isEmpty();
        assertThat(allocator.due(T.plusSeconds(60))).isEmpty();
    }

    @Test
    void silenceEndsItToo() {
        asks("a", T);
        assertThat(allocator.due(T.plus(RULES.patience()))).isEmpty();
    }

    @Test
    void a429LowersTheRateOnceForAllThatRanIntoIt() {
        asks("a", T);
        asks("b", T);
        allocator.demand("a", SOME, 1, 1, T.plusSeconds(1));
        assertThat(allocator.factor()).isCloseTo(0.7, CLOSE);
        allocator.demand("b", SOME, 1, 3, T.plusSeconds(2));
        assertThat(allocator.factor()).isCloseTo(0.7, CLOSE);
        assertThat(next(T.plusSeconds(1)).total()).isCloseTo(0.7 * RULES.permitsPerSecond(2), CLOSE);
    }

    @Test
    void anotherOneLaterLowersItAgainButNotToNothing() {
        asks("a", T);
        Instant now = T;
        double before = 1;
        for (int errors = 1; errors <= 30; errors++) {
            now = now.plus(RULES.horizon());
            allocator.demand("a", SOME, 1, errors, now);
            assertThat(allocator.factor()).isBetween(0.1, before);
            before = Math.max(0.2, allocator.factor());
        }
        assertThat(allocator.factor()).isBetween(0.1, 0.2);
    }

    @Test
    void errorsFromBeforeItWasHeardForTheFirstTimeSayNothing() {
        allocator.demand("a", SOME, 1, 17, T);
        allocator.demand("a", SOME, 1, 17, T.plusSeconds(1));
        assertThat(allocator.factor()).isEqualTo(1);
    }

    @Test
    void theRateIsBackAfterHalfAMinute() {
        asks("a", T);
        allocator.demand("a", SOME, 1, 1, T);
        double last = allocator.factor();
        for (int second = 1; second <= 30; second++) {
            allocator.demand("a", SOME, 1, 1, T.plusSeconds(second));
            allocator.due(T.plusSeconds(second));
            assertThat(allocator.factor()).isGreaterThan(last);
            last = allocator.factor();
            if (second == 15) {
                assertThat(last).isCloseTo(0.85, CLOSE);
            }
        }
        assertThat(last).isCloseTo(1, CLOSE);
    }

    @Test
    void whatIsHeardLateIsNotMadeGoodTwice() {
        asks("a", T);
        allocator.demand("a", SOME, 1, 1, T);
        allocator.demand("a", SOME, 1, 1, T.plusSeconds(10));
        allocator.due(T.plusSeconds(10));
        double recovered = allocator.factor();
        // From a process that had sent its record before, and that is heard only now.
        allocator.demand("b", SOME, 1, 0, T.plusSeconds(6));
        allocator.demand("b", SOME, 1, 1, T.plusSeconds(7));
        allocator.due(T.plusSeconds(10));
        assertThat(allocator.factor()).isCloseTo(recovered * 0.7, CLOSE);
    }

    @Test
    void byPartitionsEveryoneThatIsHeardHasItsPartWhateverItNeeds() {
        Allocator even = new Allocator(RULES, Split.PARTITIONS);
        even.demand("a", SOME, 3, 0, T);
        even.demand("b", Demand.NONE, 1, 0, T);
        Map<String, Double> shares = even.due(T).getFirst().shares();
        assertThat(shares.get("a")).isCloseTo(RULES.permitsPerSecond(2) * 3 / 4, CLOSE);
        assertThat(shares.get("b")).isCloseTo(RULES.permitsPerSecond(2) / 4, CLOSE);
        even.demand("a", Demand.NONE, 3, 0, T.plusSeconds(1));
        assertThat(even.due(T.plusSeconds(1))).isEmpty();
    }

    private void asks(String process, Instant at) {
        allocator.demand(process, SOME, 1, 0, at);
    }

    private Lease next(Instant now) {
        return allocator.due(now).getFirst();
    }

    private static List<Long> slots(List<Lease> leases) {
        return leases.stream().map(lease -> lease.slot() - FIRST).toList();
    }
}
