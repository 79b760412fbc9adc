package io.otpstream.client;

import io.otpstream.client.FailureReason.OrdersHalted;
import io.otpstream.contract.Alert;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the topics say of otpstream itself: that it runs, and what stops its orders. Safe for use by several threads. */
final class PipelineSigns {

    /** An order that was on its way when the alert was raised may be placed so much later. */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(30);

    private final Map<Matter, OrdersHalted> raised = new LinkedHashMap<>();
    private @Nullable Long heardNanos;

    private record Matter(String kind, @Nullable String subject) {}

    /** A record about any request was read. */
    synchronized void heard(long nowNanos) {
        heardNanos = nowNanos;
    }

    /** Whether one was read since. */
    synchronized boolean isHeardSince(long nanos) {
        return heardNanos != null && heardNanos - nanos >= 0;
    }

    synchronized void onAlert(Alert alert) {
        Halt halt = Halt.ofKind(alert.kind()).orElse(null);
        if (halt == null) {
            return;
        }
        Matter matter = new Matter(alert.kind(), alert.subject());
        switch (alert.state()) {
            case RAISED, UNKNOWN -> raised.put(matter, new OrdersHalted(halt, alert));
            case CLEARED -> raised.remove(matter);
        }
    }

    /** Whoever raised an older alert may have died before it could clear it. */
    synchronized void onOrderPlaced(Instant at) {
        raised.values().removeIf(halted -> halted.alert().at().plus(IN_FLIGHT).isBefore(at));
    }

    /** What stops orders, the longest-standing first; empty where nothing is known to. */
    synchronized Optional<OrdersHalted> halt() {
        return raised.values().stream().findFirst();
    }

    /** Whether the API can't be asked how orders stand. */
    synchronized Optional<OrdersHalted> blindness() {
        return raised.values().stream()
                .filter(halted -> switch (halted.halt()) {
                    case API_DOWN, TOKEN_REJECTED -> true;
                    case BALANCE_EMPTY, SPEND_CAP_REACHED, BANNED, CLOCK_OFF, ORDERS_PAUSED -> false;
                })
                .findFirst();
    }
}
