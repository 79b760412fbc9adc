package io.otpstream.streams.watch;

import io.otpstream.domain.api.Order;
import io.otpstream.domain.lifecycle.WatchedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The orders that are watched, and what has been told of each. Arithmetic only, time is a parameter. Not safe for use by
 * several threads.
 */
final class WatchList {

    private final Map<String, WatchedEntry> entries = new HashMap<>();

    boolean isEmpty() {
        return entries.isEmpty();
    }

    /** An order is minded, or minded in another way. */
    void watch(WatchOwner owner, WatchedOrder order, Instant now) {
        WatchedEntry entry = entries.get(order.orderId());
        if (entry == null || !entry.owner().equals(owner)) {
            entries.put(order.orderId(), new WatchedEntry(owner, order, now));
        } else {
            entry.mind(order, now);
        }
    }

    /** Nothing happens where another owner watches it by now. */
    void forget(WatchOwner owner, String orderId) {
        entries.computeIfPresent(orderId, (id, entry) -> entry.owner().equals(owner) ? null : entry);
    }

    /** How the order was when it was last seen. */
    Optional<Sighting> lastSeen(String orderId) {
        WatchedEntry entry = entries.get(orderId);
        return entry == null ? Optional.empty() : Optional.ofNullable(entry.lastSeen());
    }

    /**
     * An order was seen.
     *
     * @param sentAt when the question left; for what the API has pushed, when that was received
     * @return what its request has to be told; empty if that is nothing, or nobody watches the order
     */
    Optional<News> seen(Order order, Instant sentAt, Instant seenAt) {
        WatchedEntry entry = entries.get(order.orderId());
        return entry == null ? Optional.empty() : entry.seen(new Sighting(order, seenAt), sentAt);
    }

    /** Whether somebody watches the order. */
    boolean has(String orderId) {
        return entries.containsKey(orderId);
    }

    /**
     * The orders that an answer should have named and has not, as far as they may be looked at now: those that were watched
     * before the question left.
     *
     * @param gap least time between two looks at one order by itself
     */
    List<String> absentFrom(List<Order> answer, Instant sentAt, Instant now, Duration gap) {
        Set<String> named = new HashSet<>();
        answer.forEach(order -> named.add(order.orderId()));
        List<String> absent = new ArrayList<>();
        entries.forEach((orderId, entry) -> {
            if (entry.since().isBefore(sentAt) && !named.contains(orderId) && entry.isWorthALook(now, gap)) {
                absent.add(orderId);
            }
        });
        // In an order that doesn't depend on the JVM, so that a simulation can be repeated.
        absent.sort(Comparator.naturalOrder());
        return absent;
    }

    /** The one of these that has not been looked at for longest, with when that was; there must be one. */
    NextLook longestUnseen() {
        return entries.entrySet().stream()
                .map(entry -> new NextLook(entry.getKey(), entry.getValue().lookedAt()))
                .min(Comparator.comparing(NextLook::lookedAt).thenComparing(NextLook::orderId))
                .orElseThrow();
    }

    /** The order is looked at by itself, whatever comes of it. */
    void looksAt(String orderId, Instant now) {
        WatchedEntry entry = entries.get(orderId);
        if (entry != null) {
            entry.looked(now);
        }
    }

    /** A look at the order by itself was answered, whatever the answer. */
    void lookedAtAlone(String orderId, Instant answeredAt) {
        WatchedEntry entry = entries.get(orderId);
        if (entry != null) {
            entry.lookedAtAlone(answeredAt);
        }
    }

    /** An order that may be looked at by itself, and when it was last seen or looked at. */
    record NextLook(String orderId, Instant lookedAt) {

        Instant dueAfter(Duration gap) {
            return lookedAt.plus(gap);
        }
    }
}
