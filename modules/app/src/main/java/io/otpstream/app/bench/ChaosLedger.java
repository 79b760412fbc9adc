package io.otpstream.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The vendor's ledger, held against the events of orders. */
final class ChaosLedger {

    private final JsonNode ledger;
    private final List<OrderEvent> events;

    ChaosLedger(JsonNode ledger, List<OrderEvent> events) {
        this.ledger = ledger;
        this.events = events;
    }

    /**
     * Creates whose orders no event explains: an order that nobody published needs an in-doubt event of its attempt, and
     * that explains one order only; an order that was found too late needs one too. A create that the vendor saw twice
     * is never explained.
     */
    List<String> unexplained() {
        Set<String> placed = orderIds(OrderEventType.PLACED);
        Set<String> doubts = attempts(OrderEventType.IN_DOUBT);
        Set<String> seen = new HashSet<>();
        List<String> unexplained = new ArrayList<>();
        for (JsonNode order : ledger.path("orders")) {
            String callId = order.path("create_request_id").asText();
            String attempt = callId.substring(0, callId.lastIndexOf('/'));
            boolean explained = placed.contains(order.path("order_id").asText()) || doubts.remove(attempt);
            if (!seen.add(callId) || !explained) {
                unexplained.add(callId);
            }
        }
        return unexplained;
    }

    /** Attempts that are in doubt, and are not among those that may be. */
    List<String> doubtedWithoutNeed(Set<String> doubtable) {
        return attempts(OrderEventType.IN_DOUBT).stream()
                .filter(attempt -> !doubtable.contains(attempt))
                .sorted()
                .toList();
    }

    /** The shortest time between two looks at one order, seconds of model time; null where no order had two. */
    @Nullable
    Double shortestLookGap() {
        Double shortest = null;
        for (JsonNode order : ledger.path("orders")) {
            JsonNode gap = order.path("shortest_look_gap_seconds");
            if (gap.isNumber() && (shortest == null || gap.doubleValue() < shortest)) {
                shortest = gap.doubleValue();
            }
        }
        return shortest;
    }

    private Set<String> orderIds(OrderEventType type) {
        Set<String> ids = new HashSet<>();
        events.stream()
                .filter(event -> event.type() == type)
                .forEach(event -> ids.add(String.valueOf(event.orderId())));
        return ids;
    }

    private Set<String> attempts(OrderEventType type) {
        Set<String> attempts = new HashSet<>();
        events.stream()
                .filter(event -> event.type() == type)
                .forEach(event -> attempts.add(event.requestId() + "/" + event.attempt()));
        return attempts;
    }
}
