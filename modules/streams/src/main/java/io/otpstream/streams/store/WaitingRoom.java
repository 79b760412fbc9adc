package io.otpstream.streams.store;

import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.Request;
import io.otpstream.domain.plan.Lane;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Requests that wait for an order: lane by lane, first come first served, and who must not be ordered yet. */
final class WaitingRoom {

    private final Map<String, Place> places = new HashMap<>();
    private final NavigableMap<Lane, NavigableSet<WaitingRequest>> ready = new TreeMap<>();
    private final NavigableSet<Appointment> postponed = new TreeSet<>();
    private final Map<Priority, Integer> counts = new EnumMap<>(Priority.class);

    /** @param notBefore null once the turn is in its lane */
    private record Place(
            Lane lane, WaitingRequest turn, @Nullable Appointment notBefore) {}

    void add(String requestId, Request request, Instant notBefore) {
        Appointment appointment = new Appointment(notBefore, requestId);
        WaitingRequest turn = new WaitingRequest(request.requestedAt(), requestId);
        places.put(requestId, new Place(Lane.of(request), turn, appointment));
        postponed.add(appointment);
        counts.merge(request.priority(), 1, Integer::sum);
    }

    void remove(String requestId) {
        Place place = places.remove(requestId);
        if (place != null) {
            leave(place);
            counts.merge(place.lane().priority(), -1, Integer::sum);
        }
    }

    /** Not ready again before {@code until}; nothing happens if the request doesn't wait. */
    void postpone(String requestId, Instant until) {
        Place place = places.get(requestId);
        if (place != null) {
            leave(place);
            Appointment later = new Appointment(until, requestId);
            postponed.add(later);
            places.put(requestId, new Place(place.lane(), place.turn(), later));
        }
    }

    /** The lanes in which somebody may be ordered now, as they are now. */
    Set<Lane> lanes(Instant now) {
        while (!postponed.isEmpty() && !postponed.first().at().isAfter(now)) {
            String requestId = postponed.removeFirst().requestId();
            places.computeIfPresent(requestId, (id, place) -> {
                ready.computeIfAbsent(place.lane(), lane -> new TreeSet<>()).add(place.turn());
                return new Place(place.lane(), place.turn(), null);
            });
        }
        return Set.copyOf(ready.keySet());
    }

    /** Who is next in a lane that {@link #lanes} has named. */
    WaitingRequest firstOf(Lane lane) {
        return turnsOf(lane).first();
    }

    /** Who is next in such a lane, and then, in turn, as they are now. */
    List<WaitingRequest> firstOf(Lane lane, int atMost) {
        return turnsOf(lane).stream().limit(atMost).toList();
    }

    private NavigableSet<WaitingRequest> turnsOf(Lane lane) {
        NavigableSet<WaitingRequest> turns = ready.get(lane);
        if (turns == null) {
            throw new IllegalArgumentException("nobody is ready in " + lane);
        }
        return turns;
    }

    /** When the next one may be ordered: in the past if one is ready; null if nobody waits. */
    @Nullable
    Instant next() {
        if (!ready.isEmpty()) {
            return Instant.MIN;
        }
        return postponed.isEmpty() ? null : postponed.first().at();
    }

    int count(Priority priority) {
        return counts.getOrDefault(priority, 0);
    }

    /** When the request came that is ready and has waited longest; null if none is ready. */
    @Nullable
    Instant oldest() {
        return ready.values().stream()
                .map(turns -> turns.first().requestedAt())
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private void leave(Place place) {
        if (place.notBefore() != null) {
            postponed.remove(place.notBefore());
            return;
        }
        NavigableSet<WaitingRequest> turns = ready.get(place.lane());
        if (turns != null && turns.remove(place.turn()) && turns.isEmpty()) {
            ready.remove(place.lane());
        }
    }
}
