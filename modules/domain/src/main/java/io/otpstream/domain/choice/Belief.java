package io.otpstream.domain.choice;

import java.util.random.RandomGenerator;

/**
 * What is believed of a country and platform. How likely an order brings a code is not known but for a Beta
 * distribution.
 *
 * @param codes its first parameter, more than 0
 * @param failures its second, more than 0
 * @param secondsToCode mean time from an order to its code, seconds of the API's world
 * @param paidPerCode how many orders are paid for each code, at least 1
 */
public record Belief(double codes, double failures, double secondsToCode, double paidPerCode) {

    /** Below this a code is so unlikely that it doesn't matter how much so. */
    private static final double LEAST_PROBABILITY = 1e-6;

    /** The probability of a code that is most to be expected, 0 to 1. */
    public double expectedProbability() {
        return codes / (codes + failures);
    }

    /** A probability of a code as it may be, drawn at random. */
    public double drawProbability(RandomGenerator random) {
        double forIt = Gamma.draw(codes, random);
        double againstIt = Gamma.draw(failures, random);
        return Math.max(LEAST_PROBABILITY, forIt / Math.max(Double.MIN_NORMAL, forIt + againstIt));
    }

    /**
     * What a code costs in money and in time, if orders are placed here until one brings it. Orders without a code are
     * refunded, so money is the price of one order; time is that of the code, and a time-out for each order before it.
     *
     * @param probability that an order brings one, more than 0
     * @param priceIdr of an order
     * @param timeoutSeconds after which one is given up
     * @param waitIdrPerSecond what a second of waiting is worth
     * @return rupiah
     */
    public double costPerCode(double probability, long priceIdr, double timeoutSeconds, double waitIdrPerSecond) {
        double failed = (1 - probability) / probability;
        return priceIdr * paidPerCode + waitIdrPerSecond * (secondsToCode + failed * timeoutSeconds);
    }
}
