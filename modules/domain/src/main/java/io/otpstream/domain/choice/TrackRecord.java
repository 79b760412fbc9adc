package io.otpstream.domain.choice;

import org.jspecify.annotations.Nullable;

/**
 * How orders in one country for one platform have gone.
 *
 * @param recent orders that ended and had a number
 * @param secondsToCode mean time from an order to its code, seconds of the API's world; null while there is none
 * @param paidPerCode how many orders were paid for each code that came in time, at least 1: late codes are paid as well
 */
public record TrackRecord(Evidence recent, @Nullable Double secondsToCode, double paidPerCode) {

    /**
     * The most orders that are remembered. With all of six hours in memory a busy country that has gone bad would be
     * left only after another six: its last hundred orders say enough.
     */
    static final double MOST = 100;

    /**
     * A track record.
     *
     * @throws IllegalArgumentException if the numbers can't be that
     */
    public TrackRecord {
        recent = recent.atMost(MOST);
        if (secondsToCode != null && !(secondsToCode >= 0 && secondsToCode < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected seconds of 0 or more");
        }
        if (!(paidPerCode >= 1 && paidPerCode < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("expected 1 or more orders paid per code");
        }
    }

    /**
     * With what has come since, as the success rates tell it.
     *
     * @param before all orders of the last hours as they were told before
     * @param now all of them as they are told now
     */
    TrackRecord followedBy(Evidence before, Evidence now, @Nullable Double seconds, double paid) {
        return new TrackRecord(recent.at(now.asOf()).plus(now.minus(before)), seconds, paid);
    }
}
