package io.otpstream.streams.store;

import io.otpstream.domain.lifecycle.CancelReason;
import io.otpstream.domain.lifecycle.Due;
import io.otpstream.domain.lifecycle.History;
import io.otpstream.domain.lifecycle.RentedOrder;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.domain.lifecycle.WatchedOrder;
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
    private final Map<Due.Kind, NavigableSet<Appointment>> due = new EnumMap<>(Due.Kind.class);
    private final Map<String, State.Placing> placing = new HashMap<>();
    private final WaitingRoom waiting = new WaitingRoom();
    private OrderFollower follower = (requestId, orders) -> {};
    private int withOrders;

    VerificationIndex() {
        for (Due.Kind kind : Due.Kind.values()) {
            due.put(kind, new TreeSet<>());
        }
    }

    /** Puts the verification where its state belongs. */
    void update(String requestId, State state) {
        List<WatchedOrder> before = remove(requestId);
        List<WatchedOrder> orders = WatchedOrder.of(state);
        if (state instanceof State.Waiting request) {
            waiting.add(requestId, request.history().request(), request.notBefore());
        }
        if (state instanceof State.Placing create) {
            placing.put(requestId, create);
        }
        List<Due> dues = Due.of(state);
        if (!dues.isEmpty()) {
            dues.forEach(next -> due(next.kind()).add(new Appointment(next.at(), requestId)));
            Entry entry = new Entry(dues, hasOrder(state), Watch.of(state), orders);
            entries.put(requestId, entry);
            withOrders += entry.hasOrder() ? 1 : 0;
        }
        if (!orders.equals(before)) {
            follower.mind(requestId, orders);
        }
    }

    /** Tells which orders are to be watched: now of all, and from now on of what changes. */
    void follow(OrderFollower who) {
        follower = who;
        entries.forEach((requestId, entry) -> {
            if (!entry.orders().isEmpty()) {
                who.mind(requestId, entry.orders());
            }
        });
    }

    /** The requests that wait for an order. */
    WaitingRoom waiting() {
        return waiting;
    }

    /** How many verifications have an order which is not over. */
    int openOrders() {
        return withOrders;
    }

    /** All calls of this kind that are due, first due first. Not to be changed while it is read. */
    Iterable<CallCandidate> calls(Due.Kind kind, Instant now) {
        Appointment end = new Appointment(now.plusNanos(1), "");
        return () -> due(kind).headSet(end, false).stream()
                .map(call -> candidate(kind, call))
                .iterator();
    }

    private CallCandidate candidate(Due.Kind kind, Appointment call) {
        Entry entry = entries.get(call.requestId());
        Watch watch = entry == null ? null : entry.watch();
        // The same verification may have a call for an earlier order to be made as well.
        if (watch != null && watch.kind() == kind && watch.at().equals(call.at())) {
            return new CallCandidate(call.requestId(), call.at(), watch.order());
        }
        return new CallCandidate(call.requestId(), call.at(), null);
    }

    /** What is due first and of this kind; null if nothing is. */
    @Nullable
    String firstDue(Due.Kind kind, Instant now) {
        NavigableSet<Appointment> appointments = due(kind);
        return appointments.isEmpty() || appointments.first().at().isAfter(now)
                ? null
                : appointments.first().requestId();
    }

    /** How many are due, counted up to {@code most}. */
    int due(Due.Kind kind, Instant now, int most) {
        return Math.toIntExact(due(kind).stream()
                .takeWhile(appointment -> !appointment.at().isAfter(now))
                .limit(most)
                .count());
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
                || (state instanceof State.Settled settled && settled.held() != null)
                || (state instanceof State.Known known
                        && !known.history().cleanups().isEmpty());
    }

    /** The orders that were watched. */
    private List<WatchedOrder> remove(String requestId) {
        placing.remove(requestId);
        waiting.remove(requestId);
        Entry entry = entries.remove(requestId);
        if (entry != null) {
            withOrders -= entry.hasOrder() ? 1 : 0;
            entry.dues().forEach(was -> due(was.kind()).remove(new Appointment(was.at(), requestId)));
        }
        return entry == null ? List.of() : entry.orders();
    }

    private NavigableSet<Appointment> due(Due.Kind kind) {
        NavigableSet<Appointment> appointments = due.get(kind);
        if (appointments == null) {
            throw new IllegalStateException("no index for " + kind);
        }
        return appointments;
    }

    /**
     * Where a verification stands in the sets, so that it can be taken out again.
     *
     * @param watch null where no code is waited for
     * @param orders to be watched, where all are looked at together
     */
    private record Entry(
            List<Due> dues, boolean hasOrder, @Nullable Watch watch, List<WatchedOrder> orders) {

        Instant firstDue() {
            return dues.stream().map(Due::at).min(Comparator.naturalOrder()).orElse(Instant.MAX);
        }
    }

    /** The call that may find a code: the next look, or the cancel at the deadline. */
    private record Watch(Due.Kind kind, Instant at, CallCandidate.Watched order) {

        static @Nullable Watch of(State state) {
            if (state instanceof State.Open open) {
                Instant from = since(open.order(), open.textRequestedAt());
                return new Watch(
                        Due.Kind.LOOK, open.nextLookAt(), watched(open.history(), open.order(), from, open.emptyAt()));
            }
            if (state instanceof State.Cancelling cancelling && cancelling.reason() == CancelReason.TIMED_OUT) {
                Instant from = since(cancelling.order(), cancelling.textRequestedAt());
                return new Watch(
                        Due.Kind.CANCEL,
                        cancelling.nextTryAt(),
                        watched(cancelling.history(), cancelling.order(), from, cancelling.emptyAt()));
            }
            return null;
        }

        private static Instant since(RentedOrder order, @Nullable Instant textRequestedAt) {
            return textRequestedAt == null ? order.placedAt() : textRequestedAt;
        }

        private static CallCandidate.Watched watched(
                History history, RentedOrder order, Instant since, @Nullable Instant emptyAt) {
            return new CallCandidate.Watched(
                    order.countryId(), history.request().platformId(), since, emptyAt);
        }
    }
}
