package io.otpstream.streams.rates;

import io.otpstream.contract.CancelReason;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderOutcome;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What of an order's event counts. Travels through a topic of its own and holds no number.
 *
 * @param outcome how the order ended
 * @param spentIdr what it cost for good, whole rupiah: 0 where the vendor refunds
 * @param msToCode from the order (or from when the text was triggered) to the code, ms; null where none arrived in time
 */
public record OrderFact(
        OrderOutcome outcome, long spentIdr, @Nullable Long msToCode, Instant at) {

    private static final String NO_STOCK = "PRODUCT_UNAVAILABLE";

    /** Null where the event is not how an order ended. */
    public static @Nullable OrderFact of(OrderEvent event) {
        return switch (event.type()) {
            case COMPLETED -> new OrderFact(OrderOutcome.COMPLETED, price(event), msToCode(event), event.at());
            case LATE_CODE -> new OrderFact(OrderOutcome.LATE_CODE, price(event), null, event.at());
            case EXPIRED -> unpaid(OrderOutcome.EXPIRED, event);
            case CANCELLED -> unpaid(cancelled(event.reason()), event);
            case IN_DOUBT -> unpaid(OrderOutcome.IN_DOUBT, event);
            case REFUSED -> NO_STOCK.equals(event.errorCode()) ? unpaid(OrderOutcome.NO_STOCK, event) : null;
            case PLACED, ORPHANED, UNKNOWN -> null;
        };
    }

    private static OrderFact unpaid(OrderOutcome outcome, OrderEvent event) {
        return new OrderFact(outcome, 0, null, event.at());
    }

    private static OrderOutcome cancelled(@Nullable CancelReason reason) {
        return switch (reason) {
            case TIMED_OUT -> OrderOutcome.TIMED_OUT;
            case WITHDRAWN -> OrderOutcome.WITHDRAWN;
            case NUMBER_REJECTED -> OrderOutcome.NUMBER_REJECTED;
            case VENDOR, ORPHANED, NO_NUMBER, UNKNOWN -> OrderOutcome.CANCELLED;
            case null -> OrderOutcome.CANCELLED;
        };
    }

    private static long price(OrderEvent event) {
        return event.priceIdr() == null ? 0 : event.priceIdr();
    }

    private static @Nullable Long msToCode(OrderEvent event) {
        Instant from = event.textRequestedAt() != null ? event.textRequestedAt() : event.placedAt();
        if (from == null || event.seenAt() == null) {
            return null;
        }
        return Math.max(0, Duration.between(from, event.seenAt()).toMillis());
    }
}
