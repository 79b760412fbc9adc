package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What {@link ForcedOutcome} makes of a create. It counts per product, that is per country. */
final class ForcedCreates {

    /** The {@code Retry-After} of a forced 429. */
    static final RetryAfter RETRY_AFTER = new RetryAfter(Duration.ofSeconds(2), RetryAfter.Form.SECONDS);

    private final Map<Product, Integer> counts = new HashMap<>();
    private final Traffic traffic;

    ForcedCreates(Traffic traffic) {
        this.traffic = traffic;
    }

    /**
     * Refuses the create if its product says so.
     *
     * @return whether the create is answered
     * @throws RefusedException the forced refusal
     */
    boolean pass(Product product) {
        Optional<ForcedOutcome> forced = ForcedOutcome.of(product);
        if (forced.isEmpty()) {
            return true;
        }
        return switch (forced.get()) {
            case UNAVAILABLE_ON_CREATE ->
                throw RefusedException.of(Refusal.PRODUCT_UNAVAILABLE, "no number of this product can be had now");
            case INSUFFICIENT_BALANCE ->
                throw RefusedException.of(Refusal.INSUFFICIENT_BALANCE, "the balance is too low");
            case RATE_LIMITED_ONCE -> {
                if (turn(product, 2) == 0) {
                    throw traffic.rateLimited(Optional.of(RETRY_AFTER));
                }
                yield true;
            }
            case SERVER_ERROR_TWICE -> {
                if (turn(product, 3) < 2) {
                    throw RefusedException.of(Refusal.INTERNAL_ERROR, "something went wrong");
                }
                yield true;
            }
            case NO_ANSWER_ONCE -> turn(product, 2) == 1;
            case CODE_AT_ONCE,
                    CODE_AFTER_40_SECONDS,
                    NO_CODE,
                    EXPIRED_AFTER_10_SECONDS,
                    CANCELLED_AFTER_10_SECONDS,
                    OUT_OF_STOCK -> true;
        };
    }

    /** Whose turn it is in a cycle: 0 for the first create of this product. */
    private int turn(Product product, int cycle) {
        return Math.floorMod(counts.merge(product, 1, Integer::sum) - 1, cycle);
    }
}
