package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.SplittableRandom;

/**
 * How the vendor moves its prices: each product by a step of its own every five minutes, at random and yet the same for
 * the same seed. A price is a function of the time, so nothing has to happen on time.
 *
 * @param seed decides every step
 * @param share the longest way from the ordinary price, as a share of it, 0 to 1; 0 never moves a price
 */
record PriceMoves(long seed, double share) {

    /** Model time; longer than customers believe a price list, so that most orders cost what it says. */
    static final Duration STEP = Duration.ofMinutes(5);

    /** Vendors have round prices. */
    private static final long ROUND_TO_IDR = 100;

    /** What the product costs now; the ordinary price before the first step, and never less than one round unit. */
    Product at(Product ordinary, Duration now) {
        long step = now.dividedBy(STEP);
        if (share == 0 || step == 0) {
            return ordinary;
        }
        double factor = 1 + share * (2 * draw(ordinary, step) - 1);
        long rounded = Math.round(ordinary.priceIdr() * factor / ROUND_TO_IDR) * ROUND_TO_IDR;
        return new Product(ordinary.countryId(), ordinary.platformId(), Math.max(ROUND_TO_IDR, rounded));
    }

    /** 0 to 1, another one for every product and step. */
    private double draw(Product product, long step) {
        long ofProduct = new SplittableRandom(seed + 31L * product.countryId() + product.platformId()).nextLong();
        return new SplittableRandom(ofProduct + step).nextDouble();
    }
}
