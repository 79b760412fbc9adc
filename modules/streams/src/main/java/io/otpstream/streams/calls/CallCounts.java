package io.otpstream.streams.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

/** Counts requests, all of them and those of the last minute of the API's. Not safe for use by several threads. */
final class CallCounts {

    private final Duration window;
    private final Deque<Sent> recent = new ArrayDeque<>();
    private long all;

    private record Sent(Instant at, CallKind kind) {}

    CallCounts(Duration window) {
        this.window = window;
    }

    void sent(CallKind kind, Instant now) {
        all++;
        recent.addLast(new Sent(now, kind));
        forget(now);
    }

    /** Since the start. */
    long all() {
        return all;
    }

    /** Within the window that ends now; a kind that doesn't occur is not in it. */
    Map<CallKind, Integer> recent(Instant now) {
        forget(now);
        Map<CallKind, Integer> counts = new EnumMap<>(CallKind.class);
        recent.forEach(sent -> counts.merge(sent.kind(), 1, Integer::sum));
        return counts;
    }

    private void forget(Instant now) {
        while (!recent.isEmpty() && !recent.getFirst().at().isAfter(now.minus(window))) {
            recent.removeFirst();
        }
    }
}
