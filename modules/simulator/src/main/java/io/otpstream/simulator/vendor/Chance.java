package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Everything that is left to chance, and yet the same for the same seed. */
final class Chance {

    private final long base;
    private final SplittableRandom outages;
    private final SplittableRandom latencies;
    private final SplittableRandom webhooks;

    Chance(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        this.base = random.nextLong();
        this.outages = random.split();
        this.latencies = random.split();
        this.webhooks = random.split();
    }

    /** The draws of one order, whatever happens to the others. */
    RandomGenerator ofOrder(long sequence) {
        return new SplittableRandom(base + sequence);
    }

    /** The draws of an order's text that was asked for again, after so many before. */
    RandomGenerator ofResend(long sequence, int before) {
        return new SplittableRandom(base ^ (sequence << 16) ^ (before + 1));
    }

    /** Whether an outage hits the next request. */
    boolean hits(double share) {
        return outages.nextDouble() < share;
    }

    /** What the outage does to a request that it hits. */
    <T> T oneOf(List<T> all) {
        return all.get(outages.nextInt(all.size()));
    }

    /** Half of it to one and a half. */
    Duration around(Duration average) {
        return Duration.ofNanos((long) (average.toNanos() * (0.5 + latencies.nextDouble())));
    }

    /** Whether an event is sent twice. */
    boolean sendsTwice(double share) {
        return webhooks.nextDouble() < share;
    }

    /** None of it to nearly all of it. */
    Duration upTo(Duration most) {
        return Duration.ofNanos((long) (most.toNanos() * webhooks.nextDouble()));
    }

    Secret webhookSecret() {
        return new Secret("whsec_" + HexFormat.of().toHexDigits(webhooks.nextLong())
                + HexFormat.of().toHexDigits(webhooks.nextLong()));
    }

    static Secret code(RandomGenerator random) {
        return new Secret(String.format(Locale.ROOT, "%06d", random.nextInt(1_000_000)));
    }
}
