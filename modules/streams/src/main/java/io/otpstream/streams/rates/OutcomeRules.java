package io.otpstream.streams.rates;

import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * As what an order's event counts. {@link OrderOutcome} says which outcomes are failures.
 *
 * @param speed how much faster than real the API's world runs, at least 1
 */
public record OutcomeRules(double speed) {

    private static final Set<String> NO_STOCK = Set.of("PRODUCT_UNAVAILABLE", "NO_OFFER_AVAILABLE", "PROVIDER_ERROR");

    /** For so long the vendor's guide waits for a code; in the API's world. */
    private static final double PATIENCE_SECONDS = 90;

    private static final double MS_PER_SECOND = 1_000;

    /** What the event says of its order; null where it doesn't count. Of refusals only those for want of stock do. */
    @Nullable
    OrderFact fact(OrderEvent event) {
        return switch (event.type()) {
            case PLACED, ORPHANED -> fact(event, null);
            case COMPLETED -> fact(event, OrderOutcome.COMPLETED);
            case LATE_CODE -> fact(event, OrderOutcome.LATE_CODE);
            case EXPIRED -> fact(event, isUnused(event) ? OrderOutcome.UNUSED : OrderOutcome.EXPIRED);
            case CANCELLED -> fact(event, cancelled(event));
            case IN_DOUBT -> fact(event, OrderOutcome.IN_DOUBT);
            case REFUSED -> isNoStock(event) ? fact(event, OrderOutcome.NO_STOCK) : null;
            case RESENT, RESEND_REFUSED, UNKNOWN -> null;
        };
    }

    /** @param outcome null while the order is open */
    private OrderFact fact(OrderEvent event, @Nullable OrderOutcome outcome) {
        Long msToCode = outcome == OrderOutcome.COMPLETED ? ms(event, event.seenAt()) : null;
        return new OrderFact(
                OrderFact.VERSION,
                event.requestId(),
                event.attempt(),
                event.countryId(),
                event.platformId(),
                event.tenant(),
                event.labels().stream().distinct().sorted().toList(),
                outcome,
                event.priceIdr() == null ? 0 : event.priceIdr(),
                event.priceFrom(),
                event.placedAt(),
                event.at(),
                msToCode,
                outcome == OrderOutcome.GIVEN_UP_EARLY ? seconds(ms(event, event.at())) : seconds(msToCode));
    }

    private OrderOutcome cancelled(OrderEvent event) {
        return switch (event.reason()) {
            case WITHDRAWN -> OrderOutcome.WITHDRAWN;
            case NUMBER_REJECTED -> OrderOutcome.NUMBER_REJECTED;
            // Nobody was ever told the number, so nobody can have texted it.
            case ORPHANED, NO_NUMBER -> OrderOutcome.UNUSED;
            case TIMED_OUT -> isUnused(event) ? OrderOutcome.UNUSED : timedOut(event);
            case VENDOR, UNKNOWN -> isUnused(event) ? OrderOutcome.UNUSED : OrderOutcome.CANCELLED;
            case null -> isUnused(event) ? OrderOutcome.UNUSED : OrderOutcome.CANCELLED;
        };
    }

    private OrderOutcome timedOut(OrderEvent event) {
        Double age = seconds(ms(event, event.at()));
        return age != null && age < PATIENCE_SECONDS ? OrderOutcome.GIVEN_UP_EARLY : OrderOutcome.TIMED_OUT;
    }

    private static boolean isUnused(OrderEvent event) {
        return event.announcesText() && event.textRequestedAt() == null;
    }

    /** Since a text was to be expected; null where one of the ends isn't known. */
    private static @Nullable Long ms(OrderEvent event, @Nullable Instant until) {
        Instant from = event.textRequestedAt() != null ? event.textRequestedAt() : event.placedAt();
        return from == null || until == null
                ? null
                : Math.max(0, Duration.between(from, until).toMillis());
    }

    private @Nullable Double seconds(@Nullable Long ms) {
        return ms == null ? null : ms / MS_PER_SECOND * speed;
    }

    private static boolean isNoStock(OrderEvent event) {
        return event.errorCode() != null && NO_STOCK.contains(event.errorCode());
    }
}
