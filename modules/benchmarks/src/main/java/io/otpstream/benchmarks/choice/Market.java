package io.otpstream.benchmarks.choice;

import io.otpstream.domain.lifecycle.Offer;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Five countries that a requester might list, in its order. One is good and cheap but for a day and a half in the middle
 * of the week, when few of its numbers get a text.
 */
final class Market {

    static final int FAVOURITE = 6;

    /** When the favourite goes bad, and when it is good again, since the beginning. */
    static final Duration GOES_BAD = Duration.ofHours(60);

    static final Duration RECOVERS = Duration.ofDays(4);

    private static final double BAD = 0.12;
    private static final double SIGMA = 0.45;

    /** The part of orders without a text whose number the platform has refused. */
    private static final double REFUSED = 0.4;

    private static final double REFUSED_AFTER = 12;
    private static final int PLENTY = 1_000;

    private static final List<Country> COUNTRIES = List.of(
            new Country(10, 6_000, 0.65, 24),
            new Country(FAVOURITE, 4_000, 0.86, 18),
            new Country(7, 2_500, 0.30, 35),
            new Country(2, 9_000, 0.90, 20),
            new Country(12, 5_000, 0.74, 28));

    private final long base;

    /**
     * A country's numbers.
     *
     * @param success the probability that an order gets its text
     * @param medianSeconds until it is there, if it comes at all
     */
    record Country(int id, long priceIdr, double success, double medianSeconds) {

        /** The same, as it is so long after the beginning. */
        double successAt(Duration sinceStart) {
            boolean bad = id == FAVOURITE && sinceStart.compareTo(GOES_BAD) >= 0 && sinceStart.compareTo(RECOVERS) < 0;
            return bad ? BAD : success;
        }

        double meanSeconds() {
            return medianSeconds * Math.exp(SIGMA * SIGMA / 2);
        }
    }

    Market(long seed) {
        this.base = new SplittableRandom(seed).nextLong();
    }

    static List<Country> countries() {
        return COUNTRIES;
    }

    static Country country(int id) {
        return COUNTRIES.stream()
                .filter(country -> country.id() == id)
                .findFirst()
                .orElseThrow();
    }

    static List<Offer> offers() {
        return COUNTRIES.stream()
                .map(country -> new Offer(country.id(), country.priceIdr(), PLENTY))
                .toList();
    }

    /**
     * What becomes of a request's order. It depends on the seed, the request and the attempt alone, so that whoever
     * chooses meets the same luck.
     */
    Fate fate(int request, int attempt, Country country, Duration sinceStart) {
        RandomGenerator random = new SplittableRandom(base + 31L * request + attempt);
        double luck = random.nextDouble();
        double spread = Math.exp(SIGMA * random.nextGaussian());
        double success = country.successAt(sinceStart);
        if (luck < success) {
            return new Fate.Text(seconds(country.medianSeconds() * spread));
        }
        return luck < success + (1 - success) * REFUSED
                ? new Fate.Refused(seconds(REFUSED_AFTER * spread))
                : new Fate.Silence();
    }

    private static Duration seconds(double seconds) {
        return Duration.ofNanos((long) (seconds * 1e9));
    }
}
