package io.otpstream.streams.watch;

import io.otpstream.domain.api.Order;
import io.otpstream.domain.api.OrderStatus;
import io.otpstream.domain.lifecycle.WatchedOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One order that is watched. Not safe for use by several threads. */
final class WatchedEntry {

    private final WatchOwner owner;
    private final Instant since;
    private OrderStatus toldStatus;
    private int toldRevision;
    private @Nullable String toldCode;
    private @Nullable Sighting lastSeen;
    private Instant lookedAt;
    private Instant lookedAtAloneAt;
    private boolean willBeLookedAt;

    /** Since when it is told as well that there still is no code; null where that is no news. */
    private @Nullable Instant lastLookFrom;

    private boolean lastLookTold;

    WatchedEntry(WatchOwner owner, WatchedOrder order, Instant now) {
        this.owner = owner;
        this.since = now;
        this.lookedAt = now;
        this.lookedAtAloneAt = now;
        this.toldStatus = order.smsRevision() > 0 ? OrderStatus.TEXT_RECEIVED : OrderStatus.WAITING;
        this.toldRevision = order.smsRevision();
        mind(order, now);
    }

    WatchOwner owner() {
        return owner;
    }

    Instant since() {
        return since;
    }

    /** When it was last seen or looked at; at first, since when it is watched. */
    Instant lookedAt() {
        return lookedAt;
    }

    @Nullable
    Sighting lastSeen() {
        return lastSeen;
    }

    void mind(WatchedOrder order, Instant now) {
        if (!order.lastLook()) {
            lastLookFrom = null;
            lastLookTold = false;
        } else if (lastLookFrom == null) {
            lastLookFrom = now;
        }
    }

    void looked(Instant now) {
        lookedAt = now.isAfter(lookedAt) ? now : lookedAt;
    }

    /** A look at this order by itself is decided; until it is over there is no other one. */
    void willBeLookedAt(Instant now) {
        looked(now);
        willBeLookedAt = true;
    }

    /** It is over, whatever came of it. */
    void lookedAtAlone(Instant now) {
        looked(now);
        lookedAtAloneAt = now;
        willBeLookedAt = false;
    }

    /** It was decided, and isn't made after all. */
    void leftOut() {
        willBeLookedAt = false;
    }

    boolean isBeingLookedAt() {
        return willBeLookedAt;
    }

    /**
     * Whether it is worth a look by itself: nobody knows yet that it is over, and the last one, by this watch or perhaps by
     * the one before, was so long ago.
     */
    boolean isWorthALook(Instant now, Duration gap) {
        return !isOver(toldStatus) && !willBeLookedAt && !now.isBefore(lookedAtAloneAt.plus(gap));
    }

    /** What is to be told; nothing where it is old, or says the same again. */
    Optional<News> seen(Sighting sighting, Instant sentAt) {
        Order order = sighting.order();
        if (isOutOfDate(order)) {
            return Optional.empty();
        }
        looked(sighting.seenAt());
        if (lastSeen == null || !sighting.seenAt().isBefore(lastSeen.seenAt())) {
            lastSeen = sighting;
        }
        boolean asLastLook = isLastLook(order, sentAt);
        if (!asLastLook && saysTheSame(order)) {
            return Optional.empty();
        }
        lastLookTold |= asLastLook;
        toldStatus = order.status();
        toldRevision = revisionOf(order);
        toldCode = order.otpCode();
        return Optional.of(new News(owner.partition(), owner.requestId(), sighting));
    }

    /** What the API pushes comes in any order, and an answer may have been on its way when more happened. */
    private boolean isOutOfDate(Order order) {
        return revisionOf(order) < toldRevision || (isOver(toldStatus) && !isOver(order.status()));
    }

    private boolean isLastLook(Order order, Instant sentAt) {
        return lastLookFrom != null
                && !lastLookTold
                && !sentAt.isBefore(lastLookFrom)
                && order.status() == OrderStatus.WAITING;
    }

    private boolean saysTheSame(Order order) {
        return order.status() == toldStatus
                && revisionOf(order) == toldRevision
                && Objects.equals(order.otpCode(), toldCode);
    }

    private int revisionOf(Order order) {
        Integer revision = order.smsRevision();
        return revision == null ? toldRevision : revision;
    }

    private static boolean isOver(OrderStatus status) {
        return switch (status) {
            case WAITING, TEXT_RECEIVED -> false;
            case COMPLETED, EXPIRED, CANCELLED -> true;
        };
    }
}
