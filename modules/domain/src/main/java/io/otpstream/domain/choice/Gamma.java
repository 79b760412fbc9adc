package io.otpstream.domain.choice;

import java.util.random.RandomGenerator;

/** Random numbers with a Gamma distribution of scale 1: Marsaglia and Tsang, ACM TOMS 26 (2000) 363–372. */
final class Gamma {

    private Gamma() {}

    /**
     * The next one; two of them make a number with a Beta distribution.
     *
     * @param shape more than 0
     */
    static double draw(double shape, RandomGenerator random) {
        if (shape < 1) {
            // Their section 6: a larger shape and a power of a uniform number.
            return draw(shape + 1, random) * Math.pow(1 - random.nextDouble(), 1 / shape);
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double root = 1 + c * normal;
            double cube = root * root * root;
            double uniform = 1 - random.nextDouble();
            if (root > 0 && Math.log(uniform) < normal * normal / 2 + d - d * cube + d * Math.log(cube)) {
                return d * cube;
            }
        }
    }
}
