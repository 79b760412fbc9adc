package io.otpstream.domain.looks;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How many codes came at which age, as far as orders show it. An order shows an interval only, so it is spread over the
 * ages that it may mean, in proportion to what is believed of them: one step of the EM algorithm per order (Turnbull's
 * self-consistent estimate of interval-censored data, taken order by order). An order without a code is likewise spread
 * over all ages after its end and over never.
 *
 * <p>Old orders fade: once there are 500 every further one takes its place from all the others. Immutable.
 */
public final class ArrivalTally {

    private static final double MOST = 500;

    /**
     * The part of an order that is spread evenly over its interval. Where no look ever falls, what is believed would stay
     * as it is for ever: that codes come late there is never found out to be wrong, because looks come late then. That
     * they come early is, by the looks that come early.
     */
    private static final double DOUBT = 0.02;

    private final double[] arriving;
    private final double never;
    private final double total;

    private ArrivalTally(double[] arriving, double never) {
        this.arriving = arriving;
        this.never = never;
        this.total = never + Arrays.stream(arriving).sum();
    }

    /** Nothing seen yet. */
    public static ArrivalTally empty() {
        return new ArrivalTally(new double[AgeBins.count()], 0);
    }

    /**
     * From what {@link #arriving} and {@link #never} gave.
     *
     * @throws IllegalArgumentException if there are not as many weights as ages, or one is no weight
     */
    public static ArrivalTally of(List<Double> arriving, double never) {
        if (arriving.size() != AgeBins.count()) {
            throw new IllegalArgumentException("expected " + AgeBins.count() + " weights, was " + arriving.size());
        }
        double[] weights = arriving.stream().mapToDouble(Double::doubleValue).toArray();
        if (!isWeight(never) || !Arrays.stream(weights).allMatch(ArrivalTally::isWeight)) {
            throw new IllegalArgumentException("expected weights of 0 to " + MOST);
        }
        return new ArrivalTally(weights, never);
    }

    private static boolean isWeight(double weight) {
        // A little more, because a stored one may be rounded.
        return weight >= 0 && weight <= MOST + 1;
    }

    /** Orders whose code came at an age of each bin, in order of age. */
    public List<Double> arriving() {
        return Arrays.stream(arriving).boxed().toList();
    }

    /** Orders whose code never comes. */
    public double never() {
        return never;
    }

    /** Orders counted, the faded ones with what is left of them. */
    public double total() {
        return total;
    }

    /** With one order more. */
    public ArrivalTally plus(Arrival arrival) {
        double[] possible =
                switch (arrival) {
                    case Arrival.Within within -> possible(within.afterSeconds(), within.bySeconds());
                    case Arrival.NotBy notBy -> possible(notBy.seconds(), Double.POSITIVE_INFINITY);
                };
        double possiblyNever =
                switch (arrival) {
                    case Arrival.Within within -> 0;
                    case Arrival.NotBy notBy -> never + GuidePrior.WEIGHT * GuidePrior.never();
                };
        double sum = possiblyNever + Arrays.stream(possible).sum();
        double kept = Math.min(1, MOST / (total + 1));
        double[] after = IntStream.range(0, arriving.length)
                .mapToDouble(bin -> kept * (arriving[bin] + part(bin, possible[bin] / sum, arrival)))
                .toArray();
        return new ArrivalTally(after, kept * (never + possiblyNever / sum));
    }

    /** What an order counts for in a bin: what is believed of it, and a little as if nothing were. */
    private static double part(int bin, double believed, Arrival arrival) {
        return switch (arrival) {
            case Arrival.Within within -> (1 - DOUBT) * believed + DOUBT * evenly(bin, within);
            case Arrival.NotBy notBy -> believed;
        };
    }

    private static double evenly(int bin, Arrival.Within within) {
        double from = Math.min(within.afterSeconds(), AgeBins.edge(AgeBins.count() - 1));
        double to = Math.min(within.bySeconds(), AgeBins.edge(AgeBins.count()));
        return AgeBins.share(bin, from, to) * AgeBins.width(bin) / (to - from);
    }

    /** What is believed of each bin as far as it lies between two ages. */
    private double[] possible(double from, double to) {
        double[] possible = IntStream.range(0, arriving.length)
                .mapToDouble(bin -> AgeBins.share(bin, from, to) * (arriving[bin] + priorWeight(bin)))
                .toArray();
        if (from >= AgeBins.edge(arriving.length) && to < Double.POSITIVE_INFINITY) {
            // Later than the vendor lets orders live: as late as can be.
            possible[arriving.length - 1] = 1;
        }
        return possible;
    }

    /** The orders of a bin together with those that the guide's word counts for. */
    double[] withPrior() {
        return IntStream.range(0, arriving.length)
                .mapToDouble(bin -> arriving[bin] + priorWeight(bin))
                .toArray();
    }

    double arriving(int bin) {
        return arriving[bin];
    }

    private static double priorWeight(int bin) {
        return GuidePrior.WEIGHT * GuidePrior.mass(bin);
    }
}
