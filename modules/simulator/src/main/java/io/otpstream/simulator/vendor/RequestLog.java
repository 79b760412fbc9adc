package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The latest requests, in the order in which they came. It holds no token, and nothing of bodies. */
public final class RequestLog {

    /** Half an hour of one token's requests and more; a simulator may run for days. */
    static final int CAPACITY = 10_000;

    private final ArrayDeque<Noted> latest = new ArrayDeque<>();
    private final Map<ApiCall, Long> letIn = new EnumMap<>(ApiCall.class);

    /**
     * One request.
     *
     * @param at when it came, wall clock
     * @param requestId the {@code x-request-id} that the customer gave; null when it had none
     * @param fault of the outage that hit it; {@code NONE} otherwise
     * @param refused why it was turned away before anybody looked at what it asks for; null when it wasn't
     */
    public record Entry(
            Instant at,
            ApiCall call,
            @Nullable String requestId,
            Outage.Kind fault,
            @Nullable Refusal refused) {}

    private record Noted(
            Duration at, ApiCall call, Optional<String> requestId, Outage.Kind fault, Optional<Refusal> refused) {}

    void note(Duration at, ApiCall call, Optional<String> requestId, Outage.Kind fault, Optional<Refusal> refused) {
        if (latest.size() == CAPACITY) {
            latest.removeFirst();
        }
        latest.addLast(new Noted(at, call, requestId, fault, refused));
        if (refused.isEmpty()) {
            letIn.merge(call, 1L, Long::sum);
        }
    }

    /** How many requests of each kind were let in since the start; none for a kind that never was. */
    Map<ApiCall, Long> letIn() {
        return Map.copyOf(letIn);
    }

    List<Entry> entries(ModelClock clock) {
        return latest.stream()
                .map(noted -> new Entry(
                        clock.instantAt(noted.at()),
                        noted.call(),
                        noted.requestId().orElse(null),
                        noted.fault(),
                        noted.refused().orElse(null)))
                .toList();
    }
}
