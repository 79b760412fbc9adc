package io.otpstream.domain.lifecycle;

import io.otpstream.domain.lifecycle.State.Cancelling;
import io.otpstream.domain.lifecycle.State.Known;
import io.otpstream.domain.lifecycle.State.Open;
import io.otpstream.domain.lifecycle.State.Placing;
import io.otpstream.domain.lifecycle.State.Settled;
import io.otpstream.domain.lifecycle.State.SettledUnread;
import io.otpstream.domain.lifecycle.State.Unknown;
import io.otpstream.domain.lifecycle.State.Waiting;
import io.otpstream.domain.lifecycle.State.WithdrawnAhead;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * An order of which a state wants to hear what becomes of it, where all orders are looked at together.
 *
 * @param smsRevision how many texts the state knows of
 * @param lastLook whether nothing is left but to see once more that there is no code: an order that can't be cancelled
 *     in time
 */
public record WatchedOrder(String orderId, int smsRevision, boolean lastLook) {

    /** All that this state minds: not those that only have to be finished, for there is nothing to come of them. */
    public static List<WatchedOrder> of(State state) {
        return switch (state) {
            case Unknown unknown -> List.of();
            case WithdrawnAhead ahead -> List.of();
            case SettledUnread unread -> List.of();
            case Known known -> ofKnown(known);
        };
    }

    private static List<WatchedOrder> ofKnown(Known state) {
        List<WatchedOrder> orders = new ArrayList<>();
        switch (state) {
            case Waiting waiting -> {}
            case Placing placing -> {}
            case Open open -> orders.add(of(open.order(), false));
            case Cancelling cancelling -> {
                Instant next = cancelling.nextTryAt();
                orders.add(of(cancelling.order(), next.isAfter(cancelling.giveUpAt())));
            }
            case Settled settled -> {
                if (settled.held() != null) {
                    orders.add(of(settled.held().order(), false));
                }
            }
        }
        for (Cleanup cleanup : state.history().cleanups()) {
            switch (cleanup.step()) {
                case CANCEL, LOOK -> orders.add(new WatchedOrder(cleanup.orderId(), 0, false));
                case FINISH -> {}
            }
        }
        return List.copyOf(orders);
    }

    private static WatchedOrder of(RentedOrder order, boolean lastLook) {
        return new WatchedOrder(order.orderId(), order.smsRevision(), lastLook);
    }
}
