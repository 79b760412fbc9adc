package io.otpstream.domain.time;

import java.time.Duration;

/** How long things of the API's world take in the real one. */
public final class ApiTime {

    private ApiTime() {}

    /**
     * The real duration.
     *
     * @param speed how much faster than real the API's world runs
     */
    public static Duration toReal(Duration inTheApisWorld, double speed) {
        return Duration.ofNanos((long) (inTheApisWorld.toNanos() / speed));
    }
}
