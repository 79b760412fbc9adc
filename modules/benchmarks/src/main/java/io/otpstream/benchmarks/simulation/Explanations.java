package io.otpstream.benchmarks.simulation;

import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** For whom an order was placed, and whether what the pipeline published explains it. */
sealed interface Explanations {

    /** Orders that nothing explains, and doubts without need, a sentence each. */
    List<String> objections(SimulatedVendor vendor, List<OrderEvent> events);

    /** The request that an order was placed for; empty where nothing tells. */
    Optional<String> requestOf(SimulatedVendor.Rented order, List<OrderEvent> events);

    /**
     * In the guide's dialect a call names its attempt. An order that was not published needs a doubt of it, and a doubt
     * explains one order only.
     *
     * @param doubtful attempts, as {@code request id/attempt}, of which nobody could know what became of them
     */
    record ByCalls(Set<String> doubtful) implements Explanations {

        @Override
        public List<String> objections(SimulatedVendor vendor, List<OrderEvent> events) {
            List<String> objections = new ArrayList<>();
            Set<String> placed = orderIds(events, Set.of(OrderEventType.PLACED));
            Set<String> doubts = new HashSet<>();
            events.stream()
                    .filter(event -> event.type() == OrderEventType.IN_DOUBT)
                    .map(event -> event.requestId() + "/" + event.attempt())
                    .forEach(doubts::add);
            doubts.stream()
                    .filter(attempt -> !doubtful.contains(attempt))
                    .forEach(attempt -> objections.add("doubted without need: " + attempt));
            Set<String> calls = new HashSet<>();
            for (SimulatedVendor.Rented order : vendor.orders()) {
                String attempt = order.callId().substring(0, order.callId().lastIndexOf('/'));
                if (!placed.contains(order.orderId()) && !doubts.remove(attempt)) {
                    objections.add("unexplained: order " + order.orderId() + " of " + order.callId());
                }
                if (!calls.add(order.callId())) {
                    objections.add("sent twice: " + order.callId());
                }
            }
            return objections;
        }

        @Override
        public Optional<String> requestOf(SimulatedVendor.Rented order, List<OrderEvent> events) {
            return Optional.of(order.callId().substring(0, order.callId().indexOf('/')));
        }
    }

    /** In the published dialect every order is published, once, and nothing is ever in doubt. */
    record ByEvents() implements Explanations {

        @Override
        public List<String> objections(SimulatedVendor vendor, List<OrderEvent> events) {
            List<String> objections = new ArrayList<>();
            Set<String> known = orderIds(events, Set.of(OrderEventType.PLACED, OrderEventType.ORPHANED));
            for (SimulatedVendor.Rented order : vendor.orders()) {
                if (!known.contains(order.orderId())) {
                    objections.add("unexplained: order " + order.orderId() + " of " + order.callId());
                }
            }
            Map<String, String> owners = new HashMap<>();
            for (OrderEvent event : events) {
                if (event.type() == OrderEventType.IN_DOUBT) {
                    objections.add("doubted without need: " + event.requestId() + "/" + event.attempt());
                }
                if (event.type() == OrderEventType.PLACED && event.orderId() != null) {
                    String before = owners.putIfAbsent(event.orderId(), event.requestId());
                    if (before != null) {
                        objections.add("given twice: order " + event.orderId() + " to " + before + " and "
                                + event.requestId());
                    }
                }
            }
            return objections;
        }

        @Override
        public Optional<String> requestOf(SimulatedVendor.Rented order, List<OrderEvent> events) {
            return events.stream()
                    .filter(event -> event.type() == OrderEventType.PLACED)
                    .filter(event -> order.orderId().equals(event.orderId()))
                    .map(OrderEvent::requestId)
                    .findFirst();
        }
    }

    private static Set<String> orderIds(List<OrderEvent> events, Set<OrderEventType> types) {
        Set<String> ids = new HashSet<>();
        for (OrderEvent event : events) {
            if (types.contains(event.type()) && event.orderId() != null) {
                ids.add(event.orderId());
            }
        }
        return ids;
    }
}
