package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Every order ever placed, and which of them are live, by number and by when something happens to them next. */
final class OrderBook {

    private final LinkedHashMap<String, OrderFile> all = new LinkedHashMap<>();
    private final Map<Secret, OrderFile> liveByNumber = new HashMap<>();
    private final TreeSet<OrderFile> liveByNext = new TreeSet<>(Comparator.comparing(OrderFile::next)
            .thenComparingLong(file -> file.order().sequence()));

    int size() {
        return all.size();
    }

    int liveSize() {
        return liveByNext.size();
    }

    Collection<OrderFile> all() {
        return all.values();
    }

    /** Every order, the latest first. */
    Collection<OrderFile> newestFirst() {
        return all.sequencedValues().reversed();
    }

    void add(OrderFile file) {
        all.put(file.order().id(), file);
        liveByNumber.put(file.order().phoneNumber(), file);
        liveByNext.add(file);
    }

    Optional<OrderFile> byId(String orderId) {
        return Optional.ofNullable(all.get(orderId));
    }

    /** The live order with this number; there is at most one. */
    Optional<OrderFile> liveByNumber(Secret phoneNumber) {
        return Optional.ofNullable(liveByNumber.get(phoneNumber));
    }

    /** Live orders, in no order. */
    Collection<OrderFile> live() {
        return Collections.unmodifiableCollection(liveByNumber.values());
    }

    /** When something happens next, as things stand. */
    Optional<Duration> next() {
        return liveByNext.isEmpty()
                ? Optional.empty()
                : Optional.of(liveByNext.first().next());
    }

    /** Gives a live order another course. Its place among the others depends on it. */
    void changeCourse(OrderFile file, Course course) {
        liveByNext.remove(file);
        file.changeCourse(course);
        liveByNext.add(file);
    }

    /**
     * The first thing that has happened by now and was not taken yet: a text, or the end of an order, which is then no
     * longer among the live ones.
     */
    Optional<Happening> takeNext(Duration now) {
        if (liveByNext.isEmpty() || liveByNext.first().next().compareTo(now) > 0) {
            return Optional.empty();
        }
        OrderFile file = liveByNext.removeFirst();
        Happening happening = file.takeNext();
        switch (happening) {
            case Happening.Text text -> liveByNext.add(file);
            case Happening.Ended ended -> liveByNumber.remove(file.order().phoneNumber());
        }
        return Optional.of(happening);
    }
}
