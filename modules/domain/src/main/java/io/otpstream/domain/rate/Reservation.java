package io.otpstream.domain.rate;

import java.time.Duration;

/** What asking for a permit brings. */
public sealed interface Reservation {

    /** One request may leave now. */
    record Granted() implements Reservation {}

    /**
     * None is to be had yet.
     *
     * @param duration ask again after this, more than zero
     */
    record Wait(Duration duration) implements Reservation {}

    /** No lease says when the next one will be there: ask again when one has come. */
    record NotLeased() implements Reservation {}
}
