package io.otpstream.streams.arrivals;

import io.otpstream.domain.looks.ArrivalTally;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * An {@link ArrivalTally} as the store, its changelog and {@value CurveTopic#NAME} hold it.
 *
 * @param version of this format, and of the bins: others are another version
 * @param arriving orders whose code came at an age of each bin
 * @param never orders whose code never comes
 */
record ArrivalTallyRow(int version, List<Double> arriving, double never) {

    private static final int VERSION = 1;

    /** Half of the bytes, and finer than a single order of 500. */
    private static final MathContext DIGITS = new MathContext(5);

    static ArrivalTallyRow of(ArrivalTally tally) {
        return new ArrivalTallyRow(
                VERSION, tally.arriving().stream().map(ArrivalTallyRow::rounded).toList(), rounded(tally.never()));
    }

    ArrivalTally tally() {
        if (version != VERSION) {
            throw new IllegalArgumentException("it has version " + version + ", this otpstream reads " + VERSION);
        }
        return ArrivalTally.of(arriving, never);
    }

    private static double rounded(double weight) {
        return new BigDecimal(weight).round(DIGITS).doubleValue();
    }
}
