package io.otpstream.domain.looks;

import java.util.Random;

/** Orders whose codes come when a log-normal says so, and what looks at them show of it. */
record World(double medianSeconds, double sigma, double arriving) {

    /** The last look is at the deadline, when the order is cancelled. */
    Arrival order(Random random, double deadlineSeconds) {
        double code = random.nextDouble() < arriving
                ? medianSeconds * Math.exp(sigma * random.nextGaussian())
                : Double.POSITIVE_INFINITY;
        double empty = 0;
        for (double look = next(random, 0); look < deadlineSeconds; look = next(random, look)) {
            if (code <= look) {
                return new Arrival.Within(empty, look);
            }
            empty = look;
        }
        return new Arrival.NotBy(deadlineSeconds);
    }

    private static double next(Random random, double look) {
        return look + 5 + 10 * random.nextDouble();
    }

    /** The greatest distance of a curve from the truth, from 5 s on. */
    double distance(ArrivalCurve curve, double toSeconds) {
        double greatest = 0;
        for (double age = 5; age <= toSeconds; age += 0.5) {
            greatest = Math.max(greatest, Math.abs(curve.arrivedBy(age) - arrivedBy(age)));
        }
        return greatest;
    }

    /** By counting, so that the test shares no formula with what it tests. */
    private double arrivedBy(double age) {
        double z = Math.log(age / medianSeconds) / sigma;
        double area = 0;
        double step = 1e-3;
        for (double x = -8; x < z; x += step) {
            area += step * Math.exp(-x * x / 2) / Math.sqrt(2 * Math.PI);
        }
        return arriving * area;
    }
}
