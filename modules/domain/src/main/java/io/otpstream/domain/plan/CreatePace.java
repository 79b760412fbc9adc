package io.otpstream.domain.plan;

import io.otpstream.domain.lifecycle.Priority;

/**
 * How many of the permits become new orders while more requests wait than can be served.
 *
 * <p>Every permit earns a fraction of a create; when a whole one is earned, the next permit is for a create if a request
 * waits. More orders at once means that each of them is looked at less often, so the fraction moves, slowly, to where
 * codes are found at the age that was asked for. The age is what the curve of arrivals expects of the looks that were
 * made: when a code came is not known, only between which looks.
 *
 * <p>Permits, not seconds, are counted, so that nothing here depends on how large a part of the budget the process has.
 * Not safe for use by several threads.
 */
public final class CreatePace {

    /** As of an order that is found at the third or fourth look. */
    private static final double FIRST_FRACTION = 0.2;

    private static final double LEAST_FRACTION = 0.02;
    private static final double MOST_FRACTION = 0.5;

    /** Creates that can be saved up: enough to serve a few requests at once that come after a pause. */
    private static final double MOST_EARNED = 4;

    /** Creates that interactive requests may take in advance; batches then wait until they are earned. */
    private static final double MOST_OWED = 8;

    /** Looks over which the expected age is averaged: about a minute of the guide's limit. */
    private static final double MEMORY = 250;

    /**
     * How far one permit moves the fraction, per unit of relative error. A new order is seen in the ages some 40 s
     * later; within that time the fraction must not run away.
     */
    private static final double GAIN = 0.0004;

    private static final double LARGEST_ERROR = 0.5;

    private final double targetSeconds;
    private double fraction = FIRST_FRACTION;
    private double earned = 1;
    private double agesSum;
    private double codesSum;
    private double looksSum;

    /** @param targetSeconds mean age at which codes are to be found, in the API's world */
    public CreatePace(double targetSeconds) {
        this.targetSeconds = targetSeconds;
    }

    /** Whether the next permit is for a create of this priority. */
    public boolean isCreateNext(Priority priority) {
        return earned >= 1 - advance(priority);
    }

    /**
     * A permit was spent.
     *
     * @param contended whether a request waited that had to wait
     */
    public void spent(boolean contended) {
        earned = Math.min(MOST_EARNED, earned + fraction);
        if (contended && codesSum > 0) {
            double error = (targetSeconds - expectedCodeAge()) / targetSeconds;
            double bounded = Math.max(-LARGEST_ERROR, Math.min(LARGEST_ERROR, error));
            double moved = fraction * Math.exp(GAIN * bounded);
            fraction = Math.max(LEAST_FRACTION, Math.min(MOST_FRACTION, moved));
        }
    }

    /** A create was promised a permit. One that took what nobody else could use need not have been earned. */
    public void created(Priority priority) {
        double least = Math.min(earned, -advance(priority));
        earned = Math.max(least, earned - 1);
    }

    /** A create that was promised a permit isn't made. */
    public void notCreated() {
        earned = Math.min(MOST_EARNED, earned + 1);
    }

    private static double advance(Priority priority) {
        return switch (priority) {
            case INTERACTIVE -> MOST_OWED;
            case BATCH -> 0;
        };
    }

    /**
     * A look was promised a permit.
     *
     * @param expectedAge of a code that it may find, times the probability that it does, in seconds
     * @param probability that it finds one
     */
    public void looked(double expectedAge, double probability) {
        double keep = 1 - 1 / MEMORY;
        agesSum = agesSum * keep + expectedAge;
        codesSum = codesSum * keep + probability;
        looksSum = looksSum * keep + 1;
    }

    /** The same of a cancel in place of a look. */
    public void lastLooked(double expectedAge, double probability) {
        agesSum += expectedAge;
        codesSum += probability;
    }

    /** The mean age at which codes are found, as the curve expects it of the last looks, in seconds; 0 at first. */
    public double expectedCodeAge() {
        return codesSum > 0 ? agesSum / codesSum : 0;
    }

    /** Looks that it takes to find a code, as the curve expects it of the last looks; 0 at first. */
    public double looksPerCode() {
        return codesSum > 0 ? looksSum / codesSum : 0;
    }

    /** Creates per permit. */
    public double fraction() {
        return fraction;
    }
}
