package io.otpstream.streams.store;

import io.otpstream.domain.lifecycle.Due;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.lifecycle.State;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which verification comes next, kept on the heap: a key space ordered by time in RocksDB would have to be read through
 * the tombstones of everything that was due before.
 *
 * <p>Settled verifications with nothing left to clean up take no room here.
 */
final class VerificationIndex {

    private final Map<String, Entry> entries = new HashMap<>();
    private final NavigableSet<Turn> ready = new TreeSet<>();
    private final NavigableSet<Appointment> postponed = new TreeSet<>();
    private final Map<Due.Kind, NavigableSet<Appointment>> due = new EnumMap<>(Due.Kind.class);
    private final Map<String, State.Placing> placing = new HashMap<>();

    VerificationIndex() {
        for (Due.Kind kind : Due.Kind.values()) {
            due.put(kind, new TreeSet<>());
        }
    }

    /** Puts the verification where its state belongs. */
    void update(String requestId, State state) {
        remove(requestId);
        List<Due> dues = Due.of(state);
        Turn turn = null;
        Appointment notBefore = null;
        if (state instanceof State.Waiting waiting) {
            turn = Turn.of(requestId, waiting.history().request());
            notBefore = new Appointment(waiting.notBefore(), requestId);
            postponed.add(notBefore);
        }
        if (state instanceof State.Placing create) {
            placing.put(requestId, create);
        }
        dues.forEach(next -> due(next.kind()).add(new Appointment(next.at(), requestId)));
        if (!dues.isEmpty() || turn != null) {
            entries.put(requestId, new Entry(dues, turn, notBefore, hasOrder(state)));
        }
    }

    /** Not ready again before {@code until}; nothing happens if the verification isn't waiting. */
    void postpone(String requestId, Instant until) {
        Entry entry = entries.get(requestId);
        if (entry == null || entry.turn() == null) {
            return;
        }
        leaveQueue(entry);
        Appointment later = new Appointment(until, requestId);
        postponed.add(later);
        entries.put(requestId, new Entry(entry.dues(), entry.turn(), later, entry.hasOrder()));
    }

    /** The waiting request whose turn it is; null if none may be ordered yet. */
    @Nullable
    String firstReady(Instant now) {
        while (!postponed.isEmpty() && !postponed.first().at().isAfter(now)) {
            String requestId = postponed.removeFirst().requestId();
            Entry entry = entries.get(requestId);
            if (entry != null && entry.turn() != null) {
                ready.add(entry.turn());
            }
        }
        return ready.isEmpty() ? null : ready.first().requestId();
    }

    /** When the next waiting request may be ordered: in the past if one is ready; null if none waits. */
    @Nullable
    Instant nextReady() {
        if (!ready.isEmpty()) {
            return Instant.MIN;
        }
        return postponed.isEmpty() ? null : postponed.first().at();
    }

    /** What is due first and of this kind; null if nothing is. */
    @Nullable
    String firstDue(Due.Kind kind, Instant now) {
        NavigableSet<Appointment> appointments = due(kind);
        return appointments.isEmpty() || appointments.first().at().isAfter(now)
                ? null
                : appointments.first().requestId();
    }

    /** When the next verification of this kind is due; null if none is. */
    @Nullable
    Instant nextDue(Due.Kind kind) {
        NavigableSet<Appointment> appointments = due(kind);
        return appointments.isEmpty() ? null : appointments.first().at();
    }

    /** The requests for which a create may be under way. */
    Map<String, State.Placing> placing() {
        // In an order that doesn't depend on the JVM, so that a simulation can be repeated.
        return new TreeMap<>(placing);
    }

    /** All verifications that have an order which is not over, first due first. */
    Set<String> withOrders() {
        return entries.entrySet().stream()
                .filter(entry -> entry.getValue().hasOrder())
                .map(entry -> new Appointment(entry.getValue().firstDue(), entry.getKey()))
                .sorted()
                .map(Appointment::requestId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static boolean hasOrder(State state) {
        return state instanceof State.Open
                || state instanceof State.Cancelling
                || (state instanceof State.Known known
                        && !known.history().cleanups().isEmpty());
    }

    private void remove(String requestId) {
        placing.remove(requestId);
        Entry entry = entries.remove(requestId);
        if (entry == null) {
            return;
        }
        leaveQueue(entry);
        entry.dues().forEach(was -> due(was.kind()).remove(new Appointment(was.at(), requestId)));
    }

    private void leaveQueue(Entry entry) {
        if (entry.turn() != null) {
            ready.remove(entry.turn());
        }
        if (entry.notBefore() != null) {
            postponed.remove(entry.notBefore());
        }
    }

    private NavigableSet<Appointment> due(Due.Kind kind) {
        NavigableSet<Appointment> appointments = due.get(kind);
        if (appointments == null) {
            throw new IllegalStateException("no index for " + kind);
        }
        return appointments;
    }

    /** Where a verification stands in the sets, so that it can be taken out again. */
    private record Entry(
            List<Due> dues, @Nullable Turn turn, @Nullable Appointment notBefore, boolean hasOrder) {

        Instant firstDue() {
            return dues.stream().map(Due::at).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        }
    }

    private record Appointment(Instant at, String requestId) implements Comparable<Appointment> {
        private static final Comparator<Appointment> ORDER =
                Comparator.comparing(Appointment::at).thenComparing(Appointment::requestId);

        @Override
        public int compareTo(Appointment other) {
            return ORDER.compare(this, other);
        }
    }

    /** People who wait go before batches; among equals, first come, first served. */
    private record Turn(Priority priority, Instant requestedAt, String requestId) implements Comparable<Turn> {
        private static final Comparator<Turn> ORDER = Comparator.comparing(Turn::priority)
                .thenComparing(Turn::requestedAt)
                .thenComparing(Turn::requestId);

        static Turn of(String requestId, Request request) {
            return new Turn(request.priority(), request.requestedAt(), requestId);
        }

        @Override
        public int compareTo(Turn other) {
            return ORDER.compare(this, other);
        }
    }
}
