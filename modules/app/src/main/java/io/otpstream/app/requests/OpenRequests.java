package io.otpstream.app.requests;

import io.otpstream.app.cluster.TopicRecord;
import io.otpstream.app.results.ResultRecord;
import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.OtpResult;
import io.otpstream.contract.Topics;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests whose final record has not been seen yet; turns records into what the one who waits is told. For one thread. */
final class OpenRequests {

    private final Set<String> open;
    private final Map<String, Integer> announced = new HashMap<>();

    OpenRequests(Collection<String> requestIds) {
        this.open = new LinkedHashSet<>(requestIds);
    }

    /** Those without a final record, in the order in which they were given. */
    Set<String> ids() {
        return open;
    }

    /** What the record says about a request that is open; mostly nothing, since everybody's records are on the topics. */
    List<WaitEvent> accept(TopicRecord record) {
        if (!open.contains(record.key())) {
            return List.of();
        }
        if (record.isFrom(Topics.ORDERS)) {
            return record.read(Topics.ORDERS).map(this::onOrder).orElse(List.of());
        }
        if (record.isFrom(Topics.OTP_RESULTS)) {
            return record.read(Topics.OTP_RESULTS).map(this::onCode).orElse(List.of());
        }
        return record.read(Topics.EXPIRY_RESULTS).map(this::onNoCode).orElse(List.of());
    }

    private List<WaitEvent> onOrder(OrderEvent order) {
        return switch (order.type()) {
            case PLACED -> isNews(order) ? List.of(new WaitEvent.Placed(order)) : List.of();
            case RESENT, RESEND_REFUSED -> List.of(new WaitEvent.Resend(order));
            case REFUSED, IN_DOUBT, COMPLETED, EXPIRED, CANCELLED, LATE_CODE, ORPHANED, UNKNOWN -> List.of();
        };
    }

    /** The topics are read side by side, so the code may be read before the order that it came for. */
    private List<WaitEvent> onCode(OtpResult result) {
        if (result.followUp()) {
            // Of an earlier request of this id: one that is open has no code to follow.
            return List.of();
        }
        List<WaitEvent> events = new ArrayList<>();
        OrderEvent order = orderOf(result);
        if (isNews(order)) {
            events.add(new WaitEvent.Placed(order));
        }
        events.add(new WaitEvent.Ended(new ResultRecord.WithCode(result)));
        open.remove(result.requestId());
        return events;
    }

    private List<WaitEvent> onNoCode(ExpiryResult result) {
        open.remove(result.requestId());
        return List.of(new WaitEvent.Ended(new ResultRecord.WithoutCode(result)));
    }

    private boolean isNews(OrderEvent order) {
        int before = announced.getOrDefault(order.requestId(), 0);
        announced.put(order.requestId(), Math.max(before, order.attempt()));
        return order.attempt() > before;
    }

    private static OrderEvent orderOf(OtpResult result) {
        return OrderEvent.of(
                        OrderEventType.PLACED,
                        result.requestId(),
                        result.attempt(),
                        result.countryId(),
                        result.platformId(),
                        result.orderedAt())
                .orderId(result.orderId())
                .phoneNumber(result.phoneNumber())
                .priceIdr(result.priceIdr(), result.priceFrom())
                .placedAt(result.orderedAt())
                .onBehalfOf(result.tenant(), result.labels())
                .build();
    }
}
