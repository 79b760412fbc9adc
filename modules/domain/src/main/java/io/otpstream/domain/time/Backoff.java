package io.otpstream.domain.time;

import java.time.Duration;

/**
 * Pauses that double from one to the next.
 *
 * @param first pause
 * @param longest pause; all further ones are as long
 */
public record Backoff(Duration first, Duration longest) {

    /** The guide's 1, 2, 4, 8, 16, 30 s. */
    public static final Backoff GUIDE = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(30));

    /**
     * The pause after so many tries.
     *
     * @param tries counted from 1
     */
    public Duration after(int tries) {
        Duration pause = first;
        for (int i = 1; i < tries && pause.compareTo(longest) < 0; i++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(longest) > 0 ? longest : pause;
    }

    /** The same in a world that runs {@code factor} times as fast. */
    public Backoff atSpeed(double factor) {
        return new Backoff(ApiTime.toReal(first, factor), ApiTime.toReal(longest, factor));
    }
}
