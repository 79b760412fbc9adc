package io.otpstream.streams.arrivals;

import io.otpstream.contract.CancelReason;
import io.otpstream.contract.OrderEvent;
import io.otpstream.domain.looks.Arrival;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.jspecify.annotations.Nullable;

/** What the event that ends an order shows of when its code came. May be used by several threads. */
public final class OrderArrivals {

    private static final double MS_PER_SECOND = 1_000;

    private final double speed;

    /**
     * Of a world of this speed.
     *
     * @param speed how much faster than real the API's world runs, at least 1
     */
    public OrderArrivals(double speed) {
        this.speed = speed;
    }

    /** For every curve that the order counts in; empty where the event shows nothing. */
    public List<KeyValue<String, Arrival>> byCurve(OrderEvent event) {
        Arrival arrival = of(event);
        return arrival == null
                ? List.of()
                : List.of(
                        KeyValue.pair(CurveTopic.key(event.countryId(), event.platformId()), arrival),
                        KeyValue.pair(CurveTopic.OVERALL, arrival));
    }

    private @Nullable Arrival of(OrderEvent event) {
        return switch (event.type()) {
            case COMPLETED -> within(age(event, event.codeAbsentAt()), age(event, event.seenAt()));
            case EXPIRED -> notBy(age(event, end(event)));
            // Whoever withdraws, or refuses the number, may have triggered no text.
            case CANCELLED -> event.reason() == CancelReason.TIMED_OUT ? notBy(age(event, end(event))) : null;
            // The code is too late to have been worth a look.
            case LATE_CODE -> null;
            case PLACED, REFUSED, IN_DOUBT, ORPHANED, RESENT, RESEND_REFUSED, UNKNOWN -> null;
        };
    }

    /** Clocks of two machines may differ by more than lies between two looks; then only the end is believed. */
    private static @Nullable Arrival within(@Nullable Double after, @Nullable Double by) {
        if (by == null || by <= 0) {
            // It was not that text, or was triggered before the requester said so.
            return null;
        }
        return new Arrival.Within(after == null || after < 0 || after >= by ? 0 : after, by);
    }

    private static @Nullable Arrival notBy(@Nullable Double age) {
        return age == null || age < 0 ? null : new Arrival.NotBy(age);
    }

    /** Until when there was no code. How an order ended that the API no longer knows is anyone's guess. */
    private static @Nullable Instant end(OrderEvent event) {
        Instant expiry = event.expiresAt();
        if (event.errorCode() != null) {
            return event.codeAbsentAt();
        }
        return expiry != null && expiry.isBefore(event.at()) ? expiry : event.at();
    }

    /** In seconds of the API's world; null where one of the ends isn't known. */
    private @Nullable Double age(OrderEvent event, @Nullable Instant at) {
        Instant from = event.textRequestedAt() != null ? event.textRequestedAt() : event.placedAt();
        return from == null || at == null ? null : Duration.between(from, at).toMillis() / MS_PER_SECOND * speed;
    }
}
