package io.otpstream.domain.rates;

import java.time.Duration;
import java.time.Instant;

/** How what was seen loses weight: half after six hours, a quarter after twelve. */
public final class Fading {

    private static final Duration HALF_LIFE = Duration.ofHours(6);

    private Fading() {}

    /** What is left of a weight of one. */
    public static double left(Instant from, Instant to) {
        return Math.pow(0.5, (double) Duration.between(from, to).toMillis() / HALF_LIFE.toMillis());
    }
}
