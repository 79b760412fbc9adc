package io.otpstream.streams.rates;

import io.otpstream.contract.OrderOutcome;
import io.otpstream.contract.PriceSource;
import io.otpstream.domain.rates.Observation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an event says of its order, as far as it counts. Travels through a topic of its own, lies in the store of accounts
 * and holds no number. It says what the order counts as, not what that was concluded from: what was added can be taken
 * out again even by a version with other rules.
 *
 * @param version of this format
 * @param attempt which order of the request
 * @param labels sorted, each once
 * @param outcome how the order ended; null while it is open
 * @param priceIdr whole rupiah; 0 where it isn't known
 * @param priceFrom where the price comes from; null where it isn't known
 * @param placedAt null where no order is known
 * @param at when this happened
 * @param msToCode from the order (or from when the text was triggered) to the code, ms; null where none came in time
 * @param ageSeconds the same for a code, and for an order that was given up early until that, in seconds of the API's
 *     world; null for all others
 */
public record OrderFact(
        int version,
        String requestId,
        int attempt,
        int countryId,
        int platformId,
        @Nullable String tenant,
        List<String> labels,
        @Nullable OrderOutcome outcome,
        long priceIdr,
        @Nullable PriceSource priceFrom,
        @Nullable Instant placedAt,
        Instant at,
        @Nullable Long msToCode,
        @Nullable Double ageSeconds) {

    static final int VERSION = 1;

    /** Of two facts of one order, what is known of it: the later step, whichever came first. */
    private static final Comparator<OrderFact> BY_STEP = Comparator.comparingInt(OrderFact::step)
            .thenComparing(OrderFact::at)
            .thenComparing(OrderFact::outcome, Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparingLong(OrderFact::priceIdr)
            .thenComparing(OrderFact::msToCode, Comparator.nullsFirst(Comparator.naturalOrder()));

    public OrderFact {
        labels = List.copyOf(labels);
    }

    /** The one that holds: a fact that comes twice, or after a later one, changes nothing. */
    static OrderFact merged(@Nullable OrderFact known, OrderFact other) {
        return known == null || BY_STEP.compare(other, known) > 0 ? other : known;
    }

    private int step() {
        return switch (outcome) {
            case NO_STOCK -> 0;
            case IN_DOUBT -> 1;
            case null -> 2;
            case EXPIRED, CANCELLED, TIMED_OUT, GIVEN_UP_EARLY, NUMBER_REJECTED, WITHDRAWN, UNUSED -> 3;
            case LATE_CODE -> 4;
            case COMPLETED -> 5;
        };
    }

    /** Start of the hour in which the order was placed, or would have been. */
    Instant hour() {
        return since().truncatedTo(ChronoUnit.HOURS);
    }

    /** When the order was placed, or would have been. */
    Instant since() {
        return placedAt == null ? at : placedAt;
    }

    boolean isOpen() {
        return outcome == null;
    }

    /** Whether there was a number. */
    boolean isOrder() {
        return outcome != OrderOutcome.NO_STOCK && outcome != OrderOutcome.IN_DOUBT;
    }

    /** What it shows of how likely a code is; null where it says nothing of that. */
    @Nullable
    Observation observation() {
        return switch (outcome) {
            case COMPLETED -> new Observation.Code(ageSeconds == null ? 0 : ageSeconds);
            case GIVEN_UP_EARLY -> new Observation.GivenUp(ageSeconds == null ? 0 : ageSeconds);
            case EXPIRED, CANCELLED, TIMED_OUT, NUMBER_REJECTED, LATE_CODE -> new Observation.Failure();
            case WITHDRAWN, UNUSED, NO_STOCK, IN_DOUBT -> null;
            case null -> null;
        };
    }

    /** What is gone for good. */
    long spentIdr() {
        return switch (outcome) {
            case COMPLETED, LATE_CODE -> priceIdr;
            case EXPIRED,
                    CANCELLED,
                    TIMED_OUT,
                    GIVEN_UP_EARLY,
                    NUMBER_REJECTED,
                    WITHDRAWN,
                    UNUSED,
                    NO_STOCK,
                    IN_DOUBT -> 0;
            case null -> 0;
        };
    }

    /** What was charged and given back. */
    long refundedIdr() {
        return isOrder() && !isOpen() ? priceIdr - spentIdr() : 0;
    }

    /** What was charged while the end is open. */
    long lockedIdr() {
        return isOpen() ? priceIdr : 0;
    }

    /** What was charged for certain. */
    long chargedIdr() {
        return isOrder() ? priceIdr : 0;
    }

    /** What may have been charged, as nobody can tell. */
    long inDoubtIdr() {
        return outcome == OrderOutcome.IN_DOUBT ? priceIdr : 0;
    }
}
