package io.otpstream.domain.rate;

import io.otpstream.domain.time.ApiTime;
import java.time.Duration;
import java.time.Instant;

/**
 * The figures of the shared budget. Durations are real ones: {@link #of} has divided them by the speed of the world.
 *
 * <p>Why no window holds more than the limit: of each instance's permits, those sent in a window fell due in the window
 * or up to {@link #lateness} before, and the slots of two instances differ by up to twice {@link #clockTolerance}. So a
 * window holds at most what the rate gives in {@code window + slack}, and one permit more per instance:
 * {@code rate × (window + slack) + instances = limit}.
 *
 * @param limit requests that any window may hold
 * @param window the API's window
 * @param slack lateness and twice the clock tolerance
 * @param slot what one lease covers
 * @param horizon how far ahead leases are written
 * @param patience an instance that has not told its demand for so long gets nothing any more
 */
public record BudgetRules(
        int limit, Duration window, Duration slack, Duration slot, Duration horizon, Duration patience) {

    private static final Duration API_WINDOW = Duration.ofSeconds(60);
    private static final Duration SLACK = Duration.ofMillis(500);
    private static final Duration SLOT = Duration.ofSeconds(1);
    private static final int SLOTS_AHEAD = 6;
    private static final int SLOTS_OF_PATIENCE = 3;

    /** In a world that runs fast, slots are not shortened below this, nor what is counted in slots below ten of these. */
    private static final Duration SHORTEST_SLOT = Duration.ofMillis(100);

    /** Checks the limit. */
    public BudgetRules {
        if (limit < 2) {
            throw new IllegalArgumentException("limit: expected at least 2, was " + limit);
        }
    }

    /**
     * The API's minute in a world that runs so fast.
     *
     * @param limit requests in any 60 s of that world
     * @param speed at least 1
     */
    public static BudgetRules of(int limit, double speed) {
        Duration slot = longer(ApiTime.toReal(SLOT, speed), SHORTEST_SLOT);
        Duration least = SHORTEST_SLOT.multipliedBy(10);
        return new BudgetRules(
                limit,
                ApiTime.toReal(API_WINDOW, speed),
                ApiTime.toReal(SLACK, speed),
                slot,
                longer(ApiTime.toReal(SLOT.multipliedBy(SLOTS_AHEAD), speed), least),
                longer(ApiTime.toReal(SLOT.multipliedBy(SLOTS_OF_PATIENCE), speed), least));
    }

    /**
     * Permits per second for all instances together.
     *
     * @param instances that may hold permits of the same window, at least 1
     */
    public double permitsPerSecond(int instances) {
        return Math.max(1, limit - instances) / seconds(window.plus(slack));
    }

    /** How late a permit may be used: a timer's lateness, and a call that isn't ready yet, cost no permit. */
    public Duration lateness() {
        return slack.dividedBy(2);
    }

    /** By how much a clock may differ from the brokers'. */
    public Duration clockTolerance() {
        return slack.dividedBy(4);
    }

    /** The slot that this moment lies in. */
    public long slotAt(Instant moment) {
        return slotAt(moment, slot);
    }

    /** The same where slots have that length, whoever's rules it follows from. */
    public static long slotAt(Instant moment, Duration slot) {
        return Math.floorDiv(nanos(moment), slot.toNanos());
    }

    static long nanos(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), 1_000_000_000L), moment.getNano());
    }

    static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
