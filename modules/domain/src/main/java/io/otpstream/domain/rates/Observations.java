package io.otpstream.domain.rates;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What many orders show together, each with a weight: for all of them 1, or less the older they are. Holds how many codes
 * came at which age, how many orders were given up at which age, and how many failed.
 *
 * <p>Ages are cut into bins of 5 s, since an order is looked at no more often, and all ages from 90 s share the last one,
 * since no order is given up early there. Immutable.
 */
public final class Observations {

    private static final double BIN_SECONDS = 5;
    private static final int BINS = 19;

    /** What is left of an order after a week or two, or of one that was taken out again: rounding errors are as large. */
    private static final double DUST = 1e-9;

    private static final Observations NONE = new Observations(new double[BINS], new double[BINS], 0);

    private final double[] codes;
    private final double[] givenUp;
    private final double failures;

    private Observations(double[] codes, double[] givenUp, double failures) {
        this.codes = codes;
        this.givenUp = givenUp;
        this.failures = failures;
    }

    /** Nothing seen yet. */
    public static Observations none() {
        return NONE;
    }

    /**
     * From what {@link #codes}, {@link #givenUp} and {@link #failures} gave.
     *
     * @throws IllegalArgumentException if there are not as many weights as ages, or one is no weight
     */
    public static Observations of(List<Double> codes, List<Double> givenUp, double failures) {
        return new Observations(weights(codes), weights(givenUp), requireWeight(failures));
    }

    /** Orders whose code came at an age of each bin, in order of age. */
    public List<Double> codes() {
        return Collections.unmodifiableList(Arrays.stream(codes).boxed().toList());
    }

    /** Orders that were given up at an age of each bin, in order of age. */
    public List<Double> givenUp() {
        return Collections.unmodifiableList(Arrays.stream(givenUp).boxed().toList());
    }

    /** Orders that failed. */
    public double failures() {
        return failures;
    }

    /**
     * With an order more.
     *
     * @param weight of the order; below 0 takes one out that is in
     */
    public Observations plus(Observation order, double weight) {
        return switch (order) {
            case Observation.Code code ->
                new Observations(added(codes, bin(code.ageSeconds()), weight), givenUp, failures);
            case Observation.GivenUp early ->
                new Observations(codes, added(givenUp, bin(early.ageSeconds()), weight), failures);
            case Observation.Failure failure -> new Observations(codes, givenUp, sum(failures, weight));
        };
    }

    /** The same orders, all with this part of their weight, 0 to 1. */
    public Observations times(double part) {
        return new Observations(scaled(codes, part), scaled(givenUp, part), sum(failures * part, 0));
    }

    /** How likely a code is; null while neither a code nor a failure was seen. */
    public @Nullable Estimate estimate() {
        double codesInAll = Arrays.stream(codes).sum();
        double seen = codesInAll + failures;
        if (seen == 0) {
            return null;
        }
        double rate = Arrays.stream(givenUp).sum() == 0 ? codesInAll / seen : kaplanMeier();
        return Estimate.of(rate, codesInAll == 0 ? failures : codesInAll / rate);
    }

    /**
     * Kaplan and Meier's estimate: at each age the codes that come, of the orders that are still observed. Failures are
     * observed to the end. Within a bin, orders are given up after the codes of the bin.
     */
    private double kaplanMeier() {
        double observed = Arrays.stream(codes).sum() + Arrays.stream(givenUp).sum() + failures;
        double withoutCode = 1;
        double rate = 0;
        for (int bin = 0; bin < BINS; bin++) {
            if (codes[bin] > 0) {
                double coming = withoutCode * Math.min(1, codes[bin] / observed);
                rate += coming;
                withoutCode -= coming;
            }
            observed -= codes[bin] + givenUp[bin];
        }
        return Math.min(1, rate);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Observations that
                && Arrays.equals(codes, that.codes)
                && Arrays.equals(givenUp, that.givenUp)
                && failures == that.failures;
    }

    @Override
    public int hashCode() {
        return 31 * (31 * Arrays.hashCode(codes) + Arrays.hashCode(givenUp)) + Double.hashCode(failures);
    }

    @Override
    public String toString() {
        return "Observations[codes=" + Arrays.toString(codes) + ", givenUp=" + Arrays.toString(givenUp) + ", failures="
                + failures + "]";
    }

    private static int bin(double ageSeconds) {
        return (int) Math.min(BINS - 1, ageSeconds / BIN_SECONDS);
    }

    private static double[] added(double[] weights, int bin, double weight) {
        double[] after = weights.clone();
        after[bin] = sum(after[bin], weight);
        return after;
    }

    private static double[] scaled(double[] weights, double part) {
        return Arrays.stream(weights).map(weight -> sum(weight * part, 0)).toArray();
    }

    private static double sum(double weight, double more) {
        double sum = weight + more;
        return sum < DUST ? 0 : sum;
    }

    private static double[] weights(List<Double> weights) {
        if (weights.size() != BINS) {
            throw new IllegalArgumentException("expected " + BINS + " weights, was " + weights.size());
        }
        return weights.stream().mapToDouble(Observations::requireWeight).toArray();
    }

    private static double requireWeight(double weight) {
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a weight expected, was " + weight);
        }
        return weight;
    }
}
