package io.otpstream.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The vendor's ledger of the published dialect, held against the events of orders. There a create may buy several numbers
 * and is sent again under its key, so it is the order's id that connects the two.
 */
final class PurchaseLedger {

    private final JsonNode ledger;
    private final List<OrderEvent> events;

    PurchaseLedger(JsonNode ledger, List<OrderEvent> events) {
        this.ledger = ledger;
        this.events = events;
    }

    /** Orders that no event names. An event that an attempt is in doubt explains one of them, and no more. */
    List<String> unexplained() {
        Set<String> named = new HashSet<>();
        events.forEach(event -> named.add(String.valueOf(event.orderId())));
        long doubts = events.stream()
                .filter(event -> event.type() == OrderEventType.IN_DOUBT)
                .count();
        List<String> nameless = new ArrayList<>();
        for (JsonNode order : ledger.path("orders")) {
            String id = order.path("order_id").asText();
            if (!named.contains(id)) {
                nameless.add(id);
            }
        }
        return nameless.stream().skip(doubts).toList();
    }

    /** Attempts that have more than one order, and keys that the vendor has applied more than once. */
    List<String> chargedTwice() {
        Set<String> sold = new HashSet<>();
        ledger.path("orders").forEach(order -> sold.add(order.path("order_id").asText()));
        Map<String, Set<String>> ordersOfAttempts = new TreeMap<>();
        for (OrderEvent event : events) {
            String orderId = String.valueOf(event.orderId());
            if (sold.contains(orderId)) {
                ordersOfAttempts
                        .computeIfAbsent(event.requestId() + "/" + event.attempt(), attempt -> new TreeSet<>())
                        .add(orderId);
            }
        }
        List<String> twice = new ArrayList<>();
        ordersOfAttempts.forEach((attempt, orders) -> {
            if (orders.size() > 1) {
                twice.add(attempt + " " + orders);
            }
        });
        Map<String, Integer> applied = new HashMap<>();
        for (JsonNode create : ledger.path("creates")) {
            String key = create.path("idempotency_key").asText();
            boolean bought = create.path("orders_made").intValue() > 0;
            if (bought && applied.merge(key, 1, Integer::sum) > 1) {
                twice.add("key " + key);
            }
        }
        return twice;
    }

    /** How often a create was sent again and told the first result. */
    long replays() {
        long replays = 0;
        for (JsonNode create : ledger.path("creates")) {
            replays += create.path("replays").longValue();
        }
        return replays;
    }
}
