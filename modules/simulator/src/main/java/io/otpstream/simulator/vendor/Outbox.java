package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/** Events on their way, by when they are due. */
final class Outbox {

    /** A simulator may run for days. */
    private static final int REMEMBERED = 10_000;

    private final PriorityQueue<Delivery> waiting =
            new PriorityQueue<>(Comparator.comparing(Delivery::due).thenComparingLong(Delivery::id));
    private final Map<Long, Delivery> sending = new HashMap<>();
    private final ArrayDeque<Delivery> latest = new ArrayDeque<>();
    private long count;

    void add(WebhookEvent event, Duration due) {
        Delivery delivery = new Delivery(count++, event, due);
        waiting.add(delivery);
        latest.addLast(delivery);
        if (latest.size() > REMEMBERED) {
            latest.removeFirst();
        }
    }

    /** Takes out what is due. */
    List<Delivery> take(Duration now) {
        List<Delivery> due = new ArrayList<>();
        while (!waiting.isEmpty() && waiting.peek().due().compareTo(now) <= 0) {
            Delivery delivery = waiting.remove();
            delivery.begin();
            sending.put(delivery.id(), delivery);
            due.add(delivery);
        }
        return due;
    }

    /** What was taken out and is now back; empty when it was dropped meanwhile. */
    Optional<Delivery> back(long id) {
        return Optional.ofNullable(sending.remove(id));
    }

    void again(Delivery delivery) {
        waiting.add(delivery);
    }

    /** Nothing is to be sent any more. */
    void dropAll() {
        waiting.forEach(Delivery::drop);
        waiting.clear();
        sending.values().forEach(Delivery::drop);
        sending.clear();
    }

    Optional<Duration> next() {
        return Optional.ofNullable(waiting.peek()).map(Delivery::due);
    }

    List<Delivery.Entry> entries(ModelClock clock) {
        return latest.stream().map(delivery -> delivery.entry(clock)).toList();
    }
}
