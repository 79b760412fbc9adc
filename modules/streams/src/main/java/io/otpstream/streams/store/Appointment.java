package io.otpstream.streams.store;

import java.time.Instant;
import java.util.Comparator;

/** When a verification is due. */
record Appointment(Instant at, String requestId) implements Comparable<Appointment> {
    private static final Comparator<Appointment> ORDER =
            Comparator.comparing(Appointment::at).thenComparing(Appointment::requestId);

    @Override
    public int compareTo(Appointment other) {
        return ORDER.compare(this, other);
    }
}
