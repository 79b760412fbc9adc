package io.otpstream.domain.rates;

/**
 * A probability that is known from some orders only.
 *
 * @param rate 0 to 1
 * @param low lower end of the interval that holds the true one in 95 % of cases
 * @param high upper end of that interval
 * @param orders how many orders the rate is known from; those that were observed in part count in part
 */
public record Estimate(double rate, double low, double high, double orders) {

    /** The normal distribution's 97.5th percentile. */
    private static final double Z = 1.959963984540054;

    /**
     * With Wilson's interval, which stays within 0 and 1 and is honest for few orders too.
     *
     * @param orders more than 0
     */
    static Estimate of(double rate, double orders) {
        double z2 = Z * Z / orders;
        double middle = (rate + z2 / 2) / (1 + z2);
        double half = Z / (1 + z2) * Math.sqrt(rate * (1 - rate) / orders + z2 / (4 * orders));
        // Rounding must not put the rate itself outside.
        return new Estimate(rate, Math.clamp(middle - half, 0.0, rate), Math.clamp(middle + half, rate, 1.0), orders);
    }
}
