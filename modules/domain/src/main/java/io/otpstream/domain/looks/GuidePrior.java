package io.otpstream.domain.looks;

/**
 * What is believed of arrivals before any was seen. The vendor's guide says that texts come "mostly within 15 to 30 s":
 * a log-normal whose median and upper quarter or so are between these. It doesn't say how many come at all; elsewhere 28
 * to 32 % of orders end without a code, and rather fewer are taken here, because a curve that promises too little is
 * corrected by codes, and one that promises nothing is never tested.
 */
final class GuidePrior {

    /** Orders that the belief counts for: few, so that a hundred real ones outweigh it. */
    static final double WEIGHT = 10;

    private static final double EARLY_SECONDS = 15;
    private static final double LATE_SECONDS = 30;
    private static final double MEDIAN_SECONDS = Math.sqrt(EARLY_SECONDS * LATE_SECONDS);
    private static final double SIGMA = Math.log(LATE_SECONDS / MEDIAN_SECONDS);
    private static final double ARRIVING = 0.75;

    /** This part of the arriving ones may come at any age, so that no age is impossible whatever the guide says. */
    private static final double ANY_TIME = 0.01;

    private static final double[] MASSES = masses();

    private GuidePrior() {}

    /** The probability that the code arrives in a bin; more than 0. */
    static double mass(int bin) {
        return MASSES[bin];
    }

    /** The probability that none ever arrives. */
    static double never() {
        return 1 - ARRIVING;
    }

    private static double[] masses() {
        int bins = AgeBins.count();
        double last = logNormal(AgeBins.edge(bins));
        double[] masses = new double[bins];
        for (int bin = 0; bin < bins; bin++) {
            double shape = (logNormal(AgeBins.edge(bin + 1)) - logNormal(AgeBins.edge(bin))) / last;
            masses[bin] = ARRIVING * ((1 - ANY_TIME) * shape + ANY_TIME / bins);
        }
        return masses;
    }

    private static double logNormal(double age) {
        return age <= 0 ? 0 : (1 + erf(Math.log(age / MEDIAN_SECONDS) / (SIGMA * Math.sqrt(2)))) / 2;
    }

    /** Abramowitz and Stegun, Handbook of Mathematical Functions, 7.1.26: off by 1.5e-7 at most. */
    private static double erf(double x) {
        double t = 1 / (1 + 0.3275911 * Math.abs(x));
        double series =
                t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
        return Math.copySign(1 - series * Math.exp(-x * x), x);
    }
}
