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
import java.util.Objects;
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
     * before the question left. They will be looked at, unless {@link #leftOut} says otherwise.
     *
     * @param gap least time between two looks at one order by itself
     */
    List<String> absentFrom(List<Order> answer, Instant sentAt, Instant now, Duration gap) {
        Set<String> named = new HashSet<>();
        answer.forEach(order -> named.add(order.orderId()));
        List<String> absent = new ArrayList<>();
        entries.forEach((orderId, entry) -> {
            if (entry.since().isBefore(sentAt) && !named.contains(orderId) && entry.isWorthALook(now, gap)) {
                entry.willBeLookedAt(now);
                absent.add(orderId);
            }
        });
        // In an order that doesn't depend on the JVM, so that a simulation can be repeated.
        absent.sort(Comparator.naturalOrder());
        return absent;
    }

    /** The one that has not been looked at for longest, with when that was; empty if all are being looked at. */
    Optional<NextLook> longestUnseen() {
        return entries.entrySet().stream()
                .filter(entry -> !entry.getValue().isBeingLookedAt())
                .map(entry -> new NextLook(entry.getKey(), entry.getValue().lookedAt()))
                .min(Comparator.comparing(NextLook::lookedAt).thenComparing(NextLook::orderId));
    }

    /** A look at the order by itself is decided. */
    void willBeLookedAt(String orderId, Instant now) {
        WatchedEntry entry = entries.get(orderId);
        if (entry != null) {
            entry.willBeLookedAt(now);
        }
    }

    /** These are not looked at by themselves after all, unless they have been. */
    void leftOut(List<String> orderIds) {
        orderIds.stream().map(entries::get).filter(Objects::nonNull).forEach(WatchedEntry::leftOut);
    }

    /** A look at the order by itself was answered, whatever the answer. */
    void lookedAtAlone(String orderId, Instant now) {
        WatchedEntry entry = entries.get(orderId);
        if (entry != null) {
            entry.lookedAtAlone(now);
        }
    }

    /** An order that may be looked at by itself, and when it was last seen or looked at. */
    record NextLook(String orderId, Instant lookedAt) {

        Instant dueAfter(Duration gap) {
            return lookedAt.plus(gap);
        }
    }
}
