package io.otpstream.streams.store;

import java.time.Instant;
import java.util.Comparator;

/** A request that waits for an order. First come, first served. */
public record WaitingRequest(Instant requestedAt, String requestId) implements Comparable<WaitingRequest> {

    private static final Comparator<WaitingRequest> ORDER =
            Comparator.comparing(WaitingRequest::requestedAt).thenComparing(WaitingRequest::requestId);

    @Override
    public int compareTo(WaitingRequest other) {
        return ORDER.compare(this, other);
    }
}
