package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * An order as the published contract tells of it, at one moment. Times are model time.
 *
 * @param product with the price that was paid
 * @param code of the latest text that had one
 * @param message the latest text, which may have none
 * @param smsRevision how many texts have arrived
 * @param receivedAt when the first of them did
 * @param canceledAt when it was cancelled; empty when it wasn't
 * @param failedReason why the vendor ended it; empty when it didn't
 */
public record OrderDetails(
        String id,
        OrderStatus status,
        Product product,
        int productId,
        int catalogProductId,
        Optional<Operator> operator,
        Secret phoneNumber,
        Duration createdAt,
        Duration expiresAt,
        Optional<Secret> code,
        Optional<Secret> message,
        int smsRevision,
        Optional<Duration> receivedAt,
        Optional<Duration> canceledAt,
        Optional<String> failedReason,
        Capabilities capabilities) {

    static OrderDetails of(Order order, Duration now, PublishedRules rules) {
        List<Sms> texts = order.textsAt(now);
        OrderStatus status = order.statusAt(now);
        return new OrderDetails(
                order.id(),
                status,
                order.product(),
                order.tier().productId(order.product()),
                Tier.catalogProductId(order.product()),
                order.tier().operator(),
                order.phoneNumber(),
                order.createdAt(),
                order.expiresAt(),
                order.codeAt(now),
                texts.isEmpty() ? Optional.empty() : Optional.of(texts.getLast().text()),
                texts.size(),
                texts.stream().map(Sms::at).findFirst(),
                status == OrderStatus.CANCELLED ? Optional.of(order.endsAt()) : Optional.empty(),
                order.failedReasonAt(now),
                Capabilities.of(order, now, rules));
    }
}
