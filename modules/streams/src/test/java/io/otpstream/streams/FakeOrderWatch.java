package io.otpstream.streams;

import io.otpstream.domain.lifecycle.WatchedOrder;
import io.otpstream.streams.watch.OrderWatch;
import io.otpstream.streams.watch.Sighting;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Remembers what it is to watch, and has seen what the test says. */
final class FakeOrderWatch implements OrderWatch {

    private final Map<String, List<WatchedOrder>> watched = new TreeMap<>();
    private final Map<String, Sighting> seen = new HashMap<>();

    /** Request id → orders, of all tasks. */
    Map<String, List<WatchedOrder>> watched() {
        return watched;
    }

    /** The order was seen so last. */
    void sees(Sighting sighting) {
        seen.put(sighting.order().orderId(), sighting);
    }

    @Override
    public Post post(int partition) {
        return new Post() {
            @Override
            public void mind(String requestId, List<WatchedOrder> orders) {
                if (orders.isEmpty()) {
                    watched.remove(requestId);
                } else {
                    watched.put(requestId, orders);
                }
            }

            @Override
            public Optional<Sighting> lastSeen(String orderId) {
                return Optional.ofNullable(seen.get(orderId));
            }

            @Override
            public void close() {
                watched.clear();
            }
        };
    }
}
