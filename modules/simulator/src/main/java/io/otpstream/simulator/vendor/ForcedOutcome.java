package io.otpstream.simulator.vendor;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Platform ids that force an outcome in every country, like the test numbers of well-known vendors. What counts creates
 * counts them per country. "Unavailable" is {@code PRODUCT_UNAVAILABLE} in the guide and {@code NO_OFFER_AVAILABLE} in
 * the published contract.
 */
public enum ForcedOutcome {
    CODE_AT_ONCE(901, "the code is there at the first look"),
    CODE_AFTER_40_SECONDS(902, "the code arrives 40 s after the order"),
    NO_CODE(903, "no code arrives, so the order expires at the end of its lifetime"),
    EXPIRED_AFTER_10_SECONDS(904, "the order expires after 10 s"),
    CANCELLED_AFTER_10_SECONDS(905, "the vendor cancels the order after 10 s"),
    UNAVAILABLE_ON_CREATE(906, "the catalogue shows stock, but every create says that it is unavailable"),
    INSUFFICIENT_BALANCE(907, "every create says INSUFFICIENT_BALANCE, whatever the balance"),
    RATE_LIMITED_ONCE(908, "creates are answered in turn: 429 with Retry-After, then an order"),
    SERVER_ERROR_TWICE(909, "creates are answered in turn: 500 without an order, 500 again, then an order"),
    NO_ANSWER_ONCE(910, "creates go in turn: an order is placed and charged but never answered, then one is answered"),
    OUT_OF_STOCK(911, "the catalogue shows no stock, and a create says that it is unavailable"),
    CODELESS_THEN_CODE(912, false, "a text without code arrives after 10 s, one with a code after 20 s"),
    SERVER_ERROR_AFTER_ONCE(
            913, false, "creates are answered in turn: 500 although the order is placed, then an order"),
    PROVIDER_ERROR(914, false, "every create says PROVIDER_ERROR, with the cause no_numbers"),
    IN_PROGRESS_ONCE(
            915,
            false,
            "creates are answered in turn: REQUEST_IN_PROGRESS although the order is placed, then an order"),
    TEMP_BANNED(916, false, "every create says TEMP_BANNED_ABUSE_GUARD for four hours from then"),
    PARTIAL(917, false, "of the numbers that a create wants every second one fails");

    private final int platformId;
    private final boolean inGuide;
    private final String description;

    /** One that both dialects have. */
    ForcedOutcome(int platformId, String description) {
        this(platformId, true, description);
    }

    ForcedOutcome(int platformId, boolean inGuide, String description) {
        this.platformId = platformId;
        this.inGuide = inGuide;
        this.description = description;
    }

    public int platformId() {
        return platformId;
    }

    /** For people. */
    public String description() {
        return description;
    }

    /** Those that a dialect has. */
    public static Stream<ForcedOutcome> of(Dialect dialect) {
        return Stream.of(values()).filter(outcome -> dialect == Dialect.PUBLISHED || outcome.inGuide);
    }

    static Optional<ForcedOutcome> of(Product product) {
        return Stream.of(values())
                .filter(outcome -> outcome.platformId == product.platformId())
                .findFirst();
    }
}
