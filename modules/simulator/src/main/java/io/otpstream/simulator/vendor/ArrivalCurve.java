package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a text message arrives: log-normally distributed, or never.
 *
 * @param median half of the messages that arrive have arrived after this span of model time
 * @param sigma standard deviation of the logarithm of that span; 0 makes every message arrive at the median
 * @param arrivalShare share of orders that get a message at all, 0 to 1
 */
public record ArrivalCurve(Duration median, double sigma, double arrivalShare) {

    /** @throws IllegalArgumentException naming the component that is out of range */
    public ArrivalCurve {
        if (median.isNegative()) {
            throw new IllegalArgumentException("median: expected zero or more");
        }
        if (!(sigma >= 0 && sigma <= 10)) {
            throw new IllegalArgumentException("sigma: expected 0 to 10");
        }
        if (!(arrivalShare >= 0 && arrivalShare <= 1)) {
            throw new IllegalArgumentException("arrivalShare: expected 0 to 1");
        }
    }

    /** 75 % of orders get a code, half of those within 21 s. The guide says "mostly within 15–30 s". */
    public static ArrivalCurve ordinary() {
        return new ArrivalCurve(Duration.ofSeconds(21), 0.45, 0.75);
    }

    /** How long after its order a message arrives; empty: never. Takes the same draws from {@code random} either way. */
    Optional<Duration> draw(RandomGenerator random) {
        boolean arrives = random.nextDouble() < arrivalShare;
        double factor = Math.exp(sigma * random.nextGaussian());
        return arrives ? Optional.of(Duration.ofNanos((long) (median.toNanos() * factor))) : Optional.empty();
    }
}
