package io.otpstream.domain.looks;

/**
 * When the code of an order arrives: F(t), the probability that it has arrived by the age t. Some never do, so F stays
 * below 1.
 *
 * <p>F is linear within each bin of ages, and with it its integral is known at every age: all answers take one or two
 * binary searches. Ages are seconds of the API's world; a negative one counts as 0. Immutable.
 */
public final class ArrivalCurve {

    /** Below this nothing is left that could still arrive, and a quotient would be noise. */
    private static final double NOTHING_LEFT = 1e-9;

    private final double[] arrived;
    private final double[] integral;

    /**
     * A curve.
     *
     * @param masses the probability of each bin; together at most 1
     */
    ArrivalCurve(double[] masses) {
        arrived = new double[masses.length + 1];
        integral = new double[masses.length + 1];
        for (int bin = 0; bin < masses.length; bin++) {
            arrived[bin + 1] = Math.min(1, arrived[bin] + masses[bin]);
            integral[bin + 1] = integral[bin] + AgeBins.width(bin) * (arrived[bin] + arrived[bin + 1]) / 2;
        }
    }

    /** F: the probability that the code is there at this age, 0 to 1. */
    public double arrivedBy(double ageSeconds) {
        double age = Math.max(0, ageSeconds);
        return arrivedIn(AgeBins.indexOf(age), age);
    }

    /**
     * The probability that a look finds the code.
     *
     * @param emptySeconds age at which there was none
     * @param ageSeconds age at the look
     * @return 0 to 1; 0 where {@code ageSeconds} is not after {@code emptySeconds}
     */
    public double probability(double emptySeconds, double ageSeconds) {
        double before = arrivedBy(emptySeconds);
        double left = 1 - before;
        return ageSeconds <= emptySeconds || left < NOTHING_LEFT ? 0 : (arrivedBy(ageSeconds) - before) / left;
    }

    /**
     * How long the code has been there on average when a look is made, an order without a code counting as 0: ∫ₛᵗ (F(x) −
     * F(s)) dx / (1 − F(s)). It is what a look now saves.
     *
     * @param emptySeconds s, age at which there was none
     * @param ageSeconds t, age at the look
     * @return seconds; 0 where t is not after s
     */
    public double expectedCodeAge(double emptySeconds, double ageSeconds) {
        double from = Math.max(0, emptySeconds);
        double before = arrivedBy(from);
        double left = 1 - before;
        if (ageSeconds <= from || left < NOTHING_LEFT) {
            return 0;
        }
        double area = integralTo(ageSeconds) - integralTo(from) - before * (ageSeconds - from);
        return Math.max(0, area) / left;
    }

    private double integralTo(double age) {
        int bin = AgeBins.indexOf(age);
        double start = AgeBins.edge(bin);
        double end = AgeBins.edge(bin + 1);
        if (age > end) {
            return integral[bin + 1] + (age - end) * arrived[bin + 1];
        }
        return integral[bin] + (age - start) * (arrived[bin] + arrivedIn(bin, age)) / 2;
    }

    private double arrivedIn(int bin, double age) {
        double part = Math.min(1, (age - AgeBins.edge(bin)) / AgeBins.width(bin));
        return arrived[bin] + part * (arrived[bin + 1] - arrived[bin]);
    }
}
