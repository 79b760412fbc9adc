package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An order and what has been done about it. */
final class OrderFile {

    private Order order;
    private final Purchase purchase;
    private final List<String> cancelRequestIds = new ArrayList<>();
    private boolean told;
    private int textsTaken;
    private Duration next;
    private long refundedIdr;
    private int looks;
    private int cancelRequests;
    private int resends;
    private int texts;
    private @Nullable Duration lastLook;
    private @Nullable Duration shortestGap;
    private @Nullable Duration deliveredAt;

    OrderFile(Order order, Purchase purchase) {
        this.order = order;
        this.next = nextOf(order, 0);
        this.purchase = purchase;
        this.told = purchase.call().answered();
    }

    Order order() {
        return order;
    }

    void changeCourse(Course course) {
        order = order.withCourse(course);
        next = nextOf(order, textsTaken);
    }

    /** When something happens to it next, as things stand. */
    Duration next() {
        return next;
    }

    /** What happens to it next, as something that has happened. */
    Happening takeNext() {
        Duration at = next;
        if (textsTaken == order.textsInAll().size()) {
            return new Happening.Ended(this, at);
        }
        textsTaken++;
        next = nextOf(order, textsTaken);
        return new Happening.Text(this, at, textsTaken);
    }

    /** The customer asks for this order alone. */
    void noteLook(Duration now, boolean answered) {
        looks++;
        if (lastLook != null) {
            Duration gap = now.minus(lastLook);
            shortestGap = shortestGap == null || gap.compareTo(shortestGap) < 0 ? gap : shortestGap;
        }
        lastLook = now;
        noteShown(now, answered);
    }

    /** The customer is shown the order, alone or among others. */
    void noteShown(Duration now, boolean answered) {
        if (answered && deliveredAt == null && order.codeAt(now).isPresent()) {
            deliveredAt = now;
        }
    }

    /** The customer learns of the order after all. */
    void noteTold() {
        told = true;
    }

    void noteCancel(CallInfo call) {
        cancelRequests++;
        call.requestId().ifPresent(cancelRequestIds::add);
    }

    void noteText() {
        texts++;
    }

    void noteResend() {
        resends++;
    }

    int resends() {
        return resends;
    }

    void noteRefund() {
        refundedIdr += order.product().priceIdr();
    }

    /** The id of the create, if nobody was told of the order. */
    Optional<String> unansweredCreateRequestId() {
        return told ? Optional.empty() : purchase.call().requestId();
    }

    Ledger.Entry entry(Duration now, ModelClock clock) {
        OrderStatus status = order.statusAt(now);
        Duration arrived = order.codeArrivedAt(now).orElse(null);
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
                status.isLive() ? null : clock.instantAt(order.endsAt()),
                order.product().priceIdr(),
                refundedIdr,
                arrived == null ? null : clock.instantAt(arrived),
                delivered != null,
                delivered == null ? null : clock.instantAt(delivered),
                looks,
                gap == null ? null : gap.toNanos() / 1e9,
                cancelRequests,
                texts,
                told,
                purchase.call().requestId().orElse(null),
                cancelRequestIds,
                purchase.key().orElse(null),
                purchase.index(),
                order.textsAt(now).size(),
                resends);
    }

    private static Duration nextOf(Order order, int textsTaken) {
        List<Sms> texts = order.textsInAll();
        return textsTaken < texts.size() ? texts.get(textsTaken).at() : order.endsAt();
    }
}
