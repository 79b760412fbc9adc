package io.otpstream.domain.looks;

/** What one order shows of when its code came: looks are rare, so never more than an interval of ages. */
public sealed interface Arrival {

    /**
     * A look found the code, and the one before had not.
     *
     * @param afterSeconds age without a code, at least 0; 0 where the first look found it
     * @param bySeconds age with a code, more than {@code afterSeconds}
     */
    record Within(double afterSeconds, double bySeconds) implements Arrival {
        public Within {
            if (!(afterSeconds >= 0 && bySeconds > afterSeconds && bySeconds < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        "an interval of ages expected, was (" + afterSeconds + ", " + bySeconds + "]");
            }
        }
    }

    /**
     * None came before the order ended. It might have come later: that is not the same as never.
     *
     * @param seconds age at the end, at least 0
     */
    record NotBy(double seconds) implements Arrival {
        public NotBy {
            if (!(seconds >= 0 && seconds < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("an age expected, was " + seconds);
            }
        }
    }
}
