package io.otpstream.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No window holds more than the limit, whatever happens to the processes; and little of it is wasted. */
class FleetBudgetTest {

    private static final int SEEDS = 300;

    @Test
    void noWindowHoldsMoreThanTheLimit() {
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            BudgetRules rules = BudgetRules.of(30 + random.nextInt(271), 1);
            int size = 1 + random.nextInt(4);
            Duration duration = Duration.ofSeconds(300 + random.nextInt(300));
            List<Long> sent = new SimulatedFleet(rules, size, duration, false, seed).run();
            assertThat(sent).as("seed %d", seed).hasSizeGreaterThan(rules.limit());
            assertThat(mostInAWindow(sent, rules)).as("seed %d", seed).isLessThanOrEqualTo(rules.limit());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void aSteadyFleetUsesNearlyAllOfIt(int size) {
        BudgetRules rules = BudgetRules.of(300, 1);
        for (long seed = 0; seed < 10; seed++) {
            List<Long> sent = new SimulatedFleet(rules, size, Duration.ofMinutes(6), true, seed).run();
            long lastMinutes = sent.getLast() - 5 * rules.window().toNanos();
            long used = sent.stream().filter(at -> at > lastMinutes).count();
            assertThat(used / (5.0 * rules.limit())).as("seed %d", seed).isGreaterThanOrEqualTo(0.97);
            assertThat(mostInAWindow(sent, rules)).as("seed %d", seed).isLessThanOrEqualTo(rules.limit());
        }
    }

    /**
     * As bad as it gets: one uses its first permit as late as it may and the others in time; and those whose rest the
     * allocator had forgotten come back as the window ends, each just before its next permit.
     */
    @Test
    void thoseWhoComeBackTogetherBringNothingAlong() {
        BudgetRules rules = BudgetRules.of(40, 1);
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        long first = rules.slotAt(start);
        List<LeasedBudget> fleet = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            fleet.add(new LeasedBudget(rules, start));
        }
        // Three that nearly had a permit, and then had nothing to do for longer than anybody remembers.
        long alone = 3;
        for (long slot = first; slot < first + alone; slot++) {
            for (LeasedBudget budget : fleet.subList(1, 4)) {
                budget.lease(slot, 0.333);
            }
        }
        long together = 200;
        for (long slot = first + alone; slot < first + together + 2; slot++) {
            boolean alsoOthers = slot >= first + together;
            double each = rules.permitsPerSecond(4) / 4;
            fleet.getFirst().lease(slot, alsoOthers ? each : rules.permitsPerSecond(1));
            for (LeasedBudget budget : fleet.subList(1, 4)) {
                budget.lease(slot, alsoOthers ? each : 0);
            }
        }
        List<Long> sent = new ArrayList<>();
        long windowBegins = seconds(start, together) - rules.window().toNanos() + 100_000_000L;
        LongStream.range(0, 20 * (together + 2))
                .map(step -> BudgetRules.nanos(start) + step * 50_000_000L)
                .forEach(now -> fleet.forEach(budget -> {
                    boolean isLate = now >= windowBegins - rules.lateness().toNanos() && now < windowBegins;
                    if (!isLate && budget.reserve(Instant.ofEpochSecond(0, now)) instanceof Reservation.Granted) {
                        sent.add(now);
                    }
                }));
        Collections.sort(sent);
        assertThat(mostInAWindow(sent, rules)).isLessThanOrEqualTo(rules.limit());
    }

    private static long seconds(Instant start, long seconds) {
        return BudgetRules.nanos(start.plusSeconds(seconds));
    }

    private static int mostInAWindow(List<Long> sent, BudgetRules rules) {
        int most = 0;
        int oldest = 0;
        for (int newest = 0; newest < sent.size(); newest++) {
            while (sent.get(newest) - sent.get(oldest) >= rules.window().toNanos()) {
                oldest++;
            }
            most = Math.max(most, newest - oldest + 1);
        }
        return most;
    }
}
