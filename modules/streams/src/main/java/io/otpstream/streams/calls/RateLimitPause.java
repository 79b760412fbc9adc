package io.otpstream.streams.calls;

import io.otpstream.domain.api.ApiError.RateLimited;
import io.otpstream.domain.time.Backoff;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to be quiet after a 429: {@code Retry-After} where the API gives it, else the guide's 1, 2, 4, 8, 16, 30 s,
 * with up to a quarter more, so that several programs don't come back at once. For one thread.
 */
final class RateLimitPause {

    private static final double JITTER = 0.25;

    private final double speed;
    private final RandomGenerator random;
    private int inARow;

    RateLimitPause(double speed, RandomGenerator random) {
        this.speed = speed;
        this.random = random;
    }

    /** The pause after one more 429 in a row. */
    Duration after(RateLimited error) {
        Duration pause = Backoff.GUIDE.after(++inARow);
        if (error.retryAfter() != null) {
            return error.retryAfter();
        }
        return Duration.ofNanos((long) (pause.toNanos() / speed * (1 + JITTER * random.nextDouble())));
    }

    /** The API answered otherwise. */
    void reset() {
        inARow = 0;
    }
}
