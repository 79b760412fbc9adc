package io.otpstream.domain.rates;

import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Whether a country does so badly of late that a person should know. It takes more to begin an episode than not to end
 * one, so that a rate near the line doesn't begin one after the other.
 *
 * @param limit below which a rate is low whatever the country's past, 0 to 1; empty where only the past counts
 */
public record RateWatch(OptionalDouble limit) {

    /** Fewer say nothing. */
    private static final double ORDERS_TO_BEGIN = 10;

    private static final double ORDERS_TO_END = 5;

    /** Of the past rate: what the recent one certainly is below. */
    private static final double PART_TO_BEGIN = 0.7;

    private static final double PART_TO_END = 0.85;

    /** Of the way from the limit to 1. */
    private static final double ABOVE_LIMIT_TO_END = 0.1;

    /** As it is unless somebody sets a limit. */
    public static RateWatch againstThePast() {
        return new RateWatch(OptionalDouble.empty());
    }

    /**
     * Whether the rate is low from now on.
     *
     * @param wasLow what this said before
     * @param recent the rate of late; null while nothing is known
     * @param past the rate of all orders; null while nothing is known
     */
    public boolean isLow(boolean wasLow, @Nullable Estimate recent, @Nullable Estimate past) {
        if (recent == null || past == null) {
            return wasLow;
        }
        return wasLow ? !isOver(recent, past) : begins(recent, past);
    }

    private boolean begins(Estimate recent, Estimate past) {
        boolean belowPast = recent.high() < PART_TO_BEGIN * past.rate();
        boolean belowLimit = limit.isPresent() && recent.rate() < limit.getAsDouble();
        return recent.orders() >= ORDERS_TO_BEGIN && (belowPast || belowLimit);
    }

    private boolean isOver(Estimate recent, Estimate past) {
        boolean likePast = recent.rate() >= PART_TO_END * past.rate();
        boolean aboveLimit = limit.isEmpty() || recent.rate() >= aLittleAbove(limit.getAsDouble());
        return recent.orders() >= ORDERS_TO_END && likePast && aboveLimit;
    }

    private static double aLittleAbove(double limit) {
        return limit + ABOVE_LIMIT_TO_END * (1 - limit);
    }
}
