package io.otpstream.app.bench;

import java.time.Duration;

/**
 * One chaos run.
 *
 * @param requests how many are made
 * @param kills how often an instance, or both, are killed −9
 * @param seed of the requests, the kills, the texts and the simulator
 */
public record ChaosSettings(int requests, int kills, long seed) {

    /** How much faster than real the vendor's world runs. */
    static final double SPEED = 10;

    /** Model time for the code of one order: long enough for a fail-over, of which Kafka's part can't be hurried. */
    static final Duration TIMEOUT = Duration.ofMinutes(6);

    /** Model time after which a number that nobody uses is refunded: later than its time-out. */
    static final Duration ORDER_LIFETIME = Duration.ofMinutes(10);

    /** Model time; long enough that a kill often hits a call in flight. */
    static final Duration LATENCY = Duration.ofSeconds(1);

    static final int MOST_ATTEMPTS = 2;

    /** Each instance has half of what the token allows. */
    static final int REQUESTS_PER_MINUTE_AND_INSTANCE = 150;

    static Duration real(Duration model) {
        return Duration.ofNanos((long) (model.toNanos() / SPEED));
    }
}
