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
     * @return how the create is answered
     * @throws RefusedException the forced refusal
     */
    Answering pass(Product product, Duration now) {
        Optional<ForcedOutcome> forced = ForcedOutcome.of(product);
        if (forced.isEmpty()) {
            return Answering.TOLD;
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
                yield Answering.TOLD;
            }
            case SERVER_ERROR_TWICE -> {
                if (turn(product, 3) < 2) {
                    throw RefusedException.of(Refusal.INTERNAL_ERROR, "something went wrong");
                }
                yield Answering.TOLD;
            }
            case NO_ANSWER_ONCE -> firstThenTold(product, Answering.UNTOLD);
            case SERVER_ERROR_AFTER_ONCE -> firstThenTold(product, Answering.SERVER_ERROR);
            case IN_PROGRESS_ONCE -> firstThenTold(product, Answering.IN_PROGRESS);
            case PROVIDER_ERROR -> throw RefusedException.provider(RefusalDetails.Cause.NO_NUMBERS);
            case TEMP_BANNED ->
                throw RefusedException.banned(new RefusalDetails.Ban(now.plus(AbuseRules.BAN), AbuseRules.TIER), now);
            case CODE_AT_ONCE,
                    CODE_AFTER_40_SECONDS,
                    NO_CODE,
                    EXPIRED_AFTER_10_SECONDS,
                    CANCELLED_AFTER_10_SECONDS,
                    OUT_OF_STOCK,
                    CODELESS_THEN_CODE,
                    PARTIAL -> Answering.TOLD;
        };
    }

    /** Whether a create fails to get one of the numbers that it wants. */
    static boolean fails(Product product, int index) {
        return index % 2 == 1 && ForcedOutcome.of(product).stream().anyMatch(ForcedOutcome.PARTIAL::equals);
    }

    private Answering firstThenTold(Product product, Answering first) {
        return turn(product, 2) == 0 ? first : Answering.TOLD;
    }

    /** Whose turn it is in a cycle: 0 for the first create of this product. */
    private int turn(Product product, int cycle) {
        return Math.floorMod(counts.merge(product, 1, Integer::sum) - 1, cycle);
    }
}
