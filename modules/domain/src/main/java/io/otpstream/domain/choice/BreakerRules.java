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
 */
public record BreakerRules(OptionalInt successBelowPercent, int minOrders, Duration pause) {

    /** Orders are bought whatever happens. */
    public static final BreakerRules NONE = new BreakerRules(OptionalInt.empty(), 1, Duration.ZERO);

    /**
     * About so many orders are remembered, so that what was long ago doesn't outweigh what is now; and enough that orders
     * which end at the same moment, as those do that expire or are cancelled together, are not taken for all there is.
     */
    double memory() {
        return 5.0 * minOrders;
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
