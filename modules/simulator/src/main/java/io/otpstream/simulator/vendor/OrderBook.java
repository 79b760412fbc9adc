package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Every order ever placed, and which of them are live, by number and by when they end. */
final class OrderBook {

    private final Map<String, OrderFile> all = new LinkedHashMap<>();
    private final Map<Secret, OrderFile> liveByNumber = new HashMap<>();
    private final TreeSet<OrderFile> liveByEnd = new TreeSet<>(
            Comparator.<OrderFile, Duration>comparing(file -> file.order().endsAt())
                    .thenComparingLong(file -> file.order().sequence()));

    int size() {
        return all.size();
    }

    int liveSize() {
        return liveByEnd.size();
    }

    Collection<OrderFile> all() {
        return all.values();
    }

    void add(OrderFile file) {
        all.put(file.order().id(), file);
        liveByNumber.put(file.order().phoneNumber(), file);
        liveByEnd.add(file);
    }

    Optional<OrderFile> byId(String orderId) {
        return Optional.ofNullable(all.get(orderId));
    }

    /** The live order with this number; there is at most one. */
    Optional<OrderFile> liveByNumber(Secret phoneNumber) {
        return Optional.ofNullable(liveByNumber.get(phoneNumber));
    }

    /** Gives a live order another fate. Its place among the others depends on it. */
    void changeFate(OrderFile file, Fate fate) {
        liveByEnd.remove(file);
        file.changeFate(fate);
        liveByEnd.add(file);
    }

    /** Takes out the orders that have ended by now and are still among the live ones, first ended first. */
    List<OrderFile> removeEnded(Duration now) {
        List<OrderFile> ended = new ArrayList<>();
        while (!liveByEnd.isEmpty() && liveByEnd.first().order().endsAt().compareTo(now) <= 0) {
            OrderFile file = liveByEnd.removeFirst();
            liveByNumber.remove(file.order().phoneNumber());
            ended.add(file);
        }
        return ended;
    }
}
