package io.otpstream.domain.rates;

/** What one order shows of how likely a code is. Ages are seconds of the API's world, since a text was to be expected. */
public sealed interface Observation {

    /**
     * The code came.
     *
     * @param ageSeconds at least 0
     */
    record Code(double ageSeconds) implements Observation {
        public Code {
            requireAge(ageSeconds);
        }
    }

    /** None came, and none was to be expected any more. */
    record Failure() implements Observation {}

    /**
     * None had come when the order was given up, sooner than most codes come: it is known to be a failure for so long
     * only (a censored observation).
     *
     * @param ageSeconds at least 0
     */
    record GivenUp(double ageSeconds) implements Observation {
        public GivenUp {
            requireAge(ageSeconds);
        }
    }

    private static void requireAge(double seconds) {
        if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("an age expected, was " + seconds);
        }
    }
}
