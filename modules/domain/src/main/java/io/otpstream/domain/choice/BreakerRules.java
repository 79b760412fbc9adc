package io.otpstream.domain.choice;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * When nothing is bought in a country for a platform any more, because too many orders have failed there: the vendor bans
 * accounts for a while whose orders fail too often.
 *
 * @param successBelowPercent a smaller part of orders brings a code, 1 to 100; empty to buy whatever happens
 * @param minOrders so many orders have to have ended before that counts, at least 1
 * @param pause how long nothing is bought there, real time
 * @param memory an order that ended so long ago still counts for more than a third, real time
 */
public record BreakerRules(OptionalInt successBelowPercent, int minOrders, Duration pause, Duration memory) {

    private static final double FEW = 5;

    /** Orders are bought whatever happens. */
    public static final BreakerRules NONE = new BreakerRules(OptionalInt.empty(), 1, Duration.ZERO, Duration.ZERO);

    /**
     * What is remembered of that much. Few orders are remembered however long it takes, and of many as much as the time
     * leaves: orders that are given up end later than those that bring a code, and often together, so that a number of
     * orders alone may hold nothing but those.
     *
     * @param passed since something was forgotten last
     */
    Evidence remembered(Evidence all, Duration passed) {
        return all.atMost(Math.max(FEW * minOrders, all.orders() * left(passed)));
    }

    private double left(Duration passed) {
        return memory.isZero() ? 0 : Math.exp(-Math.max(0, passed.toMillis()) / (double) memory.toMillis());
    }

    /** Whether that is too few codes. */
    boolean isTooBad(Evidence recent) {
        // Orders weigh a little less as soon as they have ended.
        boolean enough = recent.orders() > minOrders - 0.5;
        return enough
                && successBelowPercent.isPresent()
                && recent.codes() * 100 < successBelowPercent.getAsInt() * recent.orders();
    }
}
