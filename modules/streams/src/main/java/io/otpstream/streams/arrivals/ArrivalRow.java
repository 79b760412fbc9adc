package io.otpstream.streams.arrivals;

import io.otpstream.domain.looks.Arrival;
import org.jspecify.annotations.Nullable;

/**
 * An {@link Arrival} on its way to the tallies that it counts in.
 *
 * @param afterSeconds age at which there was no code
 * @param bySeconds age at which it was there; null if it wasn't found
 */
record ArrivalRow(double afterSeconds, @Nullable Double bySeconds) {

    static ArrivalRow of(Arrival arrival) {
        return switch (arrival) {
            case Arrival.Within within -> new ArrivalRow(within.afterSeconds(), within.bySeconds());
            case Arrival.NotBy notBy -> new ArrivalRow(notBy.seconds(), null);
        };
    }

    Arrival arrival() {
        return bySeconds == null ? new Arrival.NotBy(afterSeconds) : new Arrival.Within(afterSeconds, bySeconds);
    }
}
