package io.otpstream.dashboard.tables;

import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What happened to orders within the last hour, minute by minute, and which are open. Keeps no phone number, and forgets
 * what is older. Safe for use by several threads.
 */
final class OrderLog {

    static final int MINUTES = 60;

    private final Duration minute;
    private final double speed;
    private final Map<OrderKey, Instant> open = new HashMap<>();
    private final TreeMap<Long, MinuteTally> minutes = new TreeMap<>();

    private record OrderKey(String requestId, int attempt) {}

    /** @param speed how much faster than real the API's world runs: its minutes are shorter by as much */
    OrderLog(double speed) {
        this.speed = speed;
        this.minute = Duration.ofNanos(Math.round(Duration.ofMinutes(1).toNanos() / speed));
    }

    /** How far back in real time an event still counts. */
    Duration span() {
        return minute.multipliedBy(MINUTES);
    }

    /** @param now not earlier than the last time */
    synchronized void accept(OrderEvent event, Instant now) {
        forget(now);
        OrderKey key = new OrderKey(event.requestId(), event.attempt());
        if (event.type() == OrderEventType.PLACED) {
            open.put(key, event.at());
        } else if (isEnd(event.type())) {
            open.remove(key);
        }
        if (indexOf(event.at()) > indexOf(now) - MINUTES) {
            minutes.computeIfAbsent(indexOf(event.at()), index -> new MinuteTally(speed))
                    .add(event);
        }
    }

    /** The last hour as it is now. */
    synchronized LastHour read(Instant now) {
        forget(now);
        MinuteTally sum = new MinuteTally(speed);
        minutes.values().forEach(sum::addAll);
        long present = indexOf(now);
        List<LastHour.Minute> list = minutes.entrySet().stream()
                .map(entry -> entry.getValue().minute((int) Math.max(0, present - entry.getKey())))
                .toList();
        return new LastHour(open.size(), sum.minute(0), list);
    }

    private void forget(Instant now) {
        minutes.headMap(indexOf(now) - MINUTES, true).clear();
        // The vendor ends an order long before it is an hour old.
        Instant since = now.minus(span());
        open.values().removeIf(placed -> placed.isBefore(since));
    }

    private long indexOf(Instant at) {
        return Math.floorDiv(at.toEpochMilli(), Math.max(1, minute.toMillis()));
    }

    private static boolean isEnd(OrderEventType type) {
        return switch (type) {
            case COMPLETED, EXPIRED, CANCELLED, LATE_CODE -> true;
            case PLACED, REFUSED, IN_DOUBT, ORPHANED, RESENT, RESEND_REFUSED, UNKNOWN -> false;
        };
    }
}
