package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes orders: their id, and what is going to happen to them. */
final class OrderMaker {

    /** How long an order is pending. The guide names the state but not its length. */
    static final Duration PENDING_FOR = Duration.ofSeconds(1);

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(40);

    /** An odd number, so that multiplying by it gives every sequence number an id of its own. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    /** So that a thousand million more ids fit into 32 bits. */
    private static final long HIGHEST_FIRST_ID = 1_000_000_000;

    private final VendorRules rules;
    private final Chance chance;
    private final long idSalt;

    /** @param idSalt different for every vendor that is started, so that no two give the same order id */
    OrderMaker(VendorRules rules, Chance chance, long idSalt) {
        this.rules = rules;
        this.chance = chance;
        this.idSalt = idSalt;
    }

    Order make(Product product, Tier tier, Secret phoneNumber, long sequence, Duration now) {
        RandomGenerator random = chance.ofOrder(sequence);
        Secret code = Chance.code(random);
        Optional<Duration> arrival = rules.arrival().draw(random);
        Optional<ForcedOutcome> forced = ForcedOutcome.of(product);
        return new Order(
                id(sequence),
                sequence,
                product,
                tier,
                phoneNumber,
                now,
                now.plus(pendingFor()),
                now.plus(forced.map(this::lifetime).orElse(rules.orderLifetime())),
                forced.map(outcome -> course(outcome, now, code, arrival))
                        .orElseGet(() -> byCurve(now, code, arrival)));
    }

    /** The guide's ids are opaque. The published ones are numbers that grow. */
    private String id(long sequence) {
        return switch (rules.dialect()) {
            case GUIDE -> "ord_" + Long.toUnsignedString((sequence + idSalt) * SCATTER, 36);
            case PUBLISHED -> Long.toString(Math.floorMod(idSalt, HIGHEST_FIRST_ID) + 1 + sequence);
        };
    }

    private Duration pendingFor() {
        return switch (rules.dialect()) {
            case GUIDE -> PENDING_FOR;
            case PUBLISHED -> Duration.ZERO;
        };
    }

    private Duration lifetime(ForcedOutcome forced) {
        return forced == ForcedOutcome.EXPIRED_AFTER_10_SECONDS ? SOON : rules.orderLifetime();
    }

    private Course course(ForcedOutcome forced, Duration now, Secret code, Optional<Duration> arrival) {
        return switch (forced) {
            case CODE_AT_ONCE -> bringing(now, code);
            case CODE_AFTER_40_SECONDS -> bringing(now.plus(LATER), code);
            case CODELESS_THEN_CODE ->
                Course.of(
                        Sms.withoutCode(now.plus(SOON)),
                        Sms.withCode(now.plus(SOON).plus(SOON), code));
            case NO_CODE, EXPIRED_AFTER_10_SECONDS -> Course.of();
            case CANCELLED_AFTER_10_SECONDS -> Course.cancelledByVendor(now.plus(SOON));
            case UNAVAILABLE_ON_CREATE,
                    INSUFFICIENT_BALANCE,
                    RATE_LIMITED_ONCE,
                    SERVER_ERROR_TWICE,
                    NO_ANSWER_ONCE,
                    OUT_OF_STOCK,
                    SERVER_ERROR_AFTER_ONCE,
                    PROVIDER_ERROR,
                    IN_PROGRESS_ONCE,
                    TEMP_BANNED,
                    PARTIAL -> byCurve(now, code, arrival);
        };
    }

    private Course byCurve(Duration now, Secret code, Optional<Duration> arrival) {
        return arrival.map(after -> bringing(now.plus(after), code)).orElseGet(Course::of);
    }

    private Course bringing(Duration at, Secret code) {
        Sms text = Sms.withCode(at, code);
        return switch (rules.dialect()) {
            case GUIDE -> Course.completedBy(text);
            case PUBLISHED -> Course.of(text);
        };
    }
}
