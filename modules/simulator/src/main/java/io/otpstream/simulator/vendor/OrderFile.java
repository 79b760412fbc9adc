package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order and what has been done about it. */
final class OrderFile {

    private Order order;
    private final CallInfo create;
    private final List<String> cancelRequestIds = new ArrayList<>();
    private long refundedIdr;
    private int looks;
    private int cancelRequests;
    private int texts;
    private @Nullable Duration lastLook;
    private @Nullable Duration shortestGap;
    private @Nullable Duration deliveredAt;

    OrderFile(Order order, CallInfo create) {
        this.order = order;
        this.create = create;
    }

    Order order() {
        return order;
    }

    void changeFate(Fate fate) {
        order = order.withFate(fate);
    }

    void noteLook(Duration now, boolean answered) {
        looks++;
        if (lastLook != null) {
            Duration gap = now.minus(lastLook);
            shortestGap = shortestGap == null || gap.compareTo(shortestGap) < 0 ? gap : shortestGap;
        }
        lastLook = now;
        if (answered && deliveredAt == null && order.statusAt(now) == OrderStatus.COMPLETED) {
            deliveredAt = now;
        }
    }

    void noteCancel(CallInfo call) {
        cancelRequests++;
        call.requestId().ifPresent(cancelRequestIds::add);
    }

    void noteText() {
        texts++;
    }

    void noteRefund() {
        refundedIdr += order.product().priceIdr();
    }

    /** The id of the create, if nobody was told of the order. */
    Optional<String> unansweredCreateRequestId() {
        return create.answered() ? Optional.empty() : create.requestId();
    }

    Ledger.Entry entry(Duration now, ModelClock clock) {
        OrderStatus status = order.statusAt(now);
        Duration endsAt = order.endsAt();
        Duration gap = shortestGap;
        Duration delivered = deliveredAt;
        return new Ledger.Entry(
                order.id(),
                order.product().countryId(),
                order.product().platformId(),
                order.product().priceIdr(),
                clock.instantAt(order.createdAt()),
                clock.instantAt(order.expiresAt()),
                status,
                status.isLive() ? null : clock.instantAt(endsAt),
                order.product().priceIdr(),
                refundedIdr,
                status == OrderStatus.COMPLETED ? clock.instantAt(endsAt) : null,
                delivered != null,
                delivered == null ? null : clock.instantAt(delivered),
                looks,
                gap == null ? null : gap.toNanos() / 1e9,
                cancelRequests,
                texts,
                create.answered(),
                create.requestId().orElse(null),
                cancelRequestIds);
    }
}
