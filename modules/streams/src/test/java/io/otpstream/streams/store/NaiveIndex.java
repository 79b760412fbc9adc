package io.otpstream.streams.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.otpstream.domain.lifecycle.Due;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.lifecycle.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What {@link VerificationIndex} should say, found by looking at everything. */
final class NaiveIndex {

    private final Map<String, State> states = new HashMap<>();
    private final Map<String, Instant> notBefore = new HashMap<>();

    void update(String requestId, State state) {
        states.put(requestId, state);
        notBefore.remove(requestId);
        if (state instanceof State.Waiting waiting) {
            notBefore.put(requestId, waiting.notBefore());
        }
    }

    void postpone(String requestId, Instant until) {
        notBefore.put(requestId, until);
    }

    @Nullable
    String firstReady(Instant now) {
        return notBefore.entrySet().stream()
                .filter(entry -> !entry.getValue().isAfter(now))
                .map(Map.Entry::getKey)
                .min(Comparator.comparing((String id) -> request(id).priority())
                        .thenComparing(id -> request(id).requestedAt())
                        .thenComparing(id -> id))
                .orElse(null);
    }

    /** Holds everything that the index says against what it should say. */
    void assertAgrees(VerificationIndex index, Instant now) {
        String ready = firstReady(now);
        assertThat(Lanes.first(index, now)).isEqualTo(ready);
        assertThat(index.waiting().next())
                .isEqualTo(
                        ready != null
                                ? Instant.MIN
                                : notBefore.values().stream()
                                        .min(Comparator.naturalOrder())
                                        .orElse(null));
        for (Priority priority : Priority.values()) {
            assertThat(index.waiting().count(priority)).isEqualTo((int) notBefore.keySet().stream()
                    .filter(id -> request(id).priority() == priority)
                    .count());
        }
        assertThat(index.openOrders()).isEqualTo((int)
                states.values().stream().filter(NaiveIndex::hasOrder).count());
        for (Due.Kind kind : Due.Kind.values()) {
            Instant next = dues(kind)
                    .map(due -> due.getValue())
                    .min(Comparator.naturalOrder())
                    .orElse(null);
            assertThat(index.nextDue(kind)).as("next %s", kind).isEqualTo(next);
            assertThat(index.firstDue(kind, now)).as("first %s", kind).isEqualTo(firstDue(kind, now));
        }
        List<String> withOrders = states.entrySet().stream()
                .filter(entry -> hasOrder(entry.getValue()))
                .sorted(Comparator.comparing((Map.Entry<String, State> entry) -> Due.of(entry.getValue()).stream()
                                .map(Due::at)
                                .min(Comparator.naturalOrder())
                                .orElseThrow())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(index.withOrders()).containsExactlyElementsOf(withOrders);
        Map<String, State> placing = states.entrySet().stream()
                .filter(entry -> entry.getValue() instanceof State.Placing)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        assertThat(index.placing()).isEqualTo(placing);
    }

    private static boolean hasOrder(State state) {
        return switch (state) {
            case State.Open open -> true;
            case State.Cancelling cancelling -> true;
            case State.Waiting waiting -> !waiting.history().cleanups().isEmpty();
            case State.Placing placing -> !placing.history().cleanups().isEmpty();
            case State.Settled settled -> !settled.history().cleanups().isEmpty();
            case State.Unknown unknown -> false;
            case State.WithdrawnAhead ahead -> false;
            case State.SettledUnread unread -> false;
        };
    }

    private @Nullable String firstDue(Due.Kind kind, Instant now) {
        return dues(kind)
                .filter(due -> !due.getValue().isAfter(now))
                .min(Map.Entry.<String, Instant>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private Stream<Map.Entry<String, Instant>> dues(Due.Kind kind) {
        return states.entrySet().stream().flatMap(entry -> Due.of(entry.getValue()).stream()
                .filter(due -> due.kind() == kind)
                .map(due -> Map.entry(entry.getKey(), due.at())));
    }

    private Request request(String requestId) {
        if (states.get(requestId) instanceof State.Waiting waiting) {
            return waiting.history().request();
        }
        throw new IllegalStateException(requestId + " is not waiting");
    }
}
