package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Makes orders: their id, and what is going to happen to them. */
final class OrderMaker {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final Duration LATER = Duration.ofSeconds(40);

    /** An odd number, so that multiplying by it gives every sequence number an id of its own. */
    private static final long SCATTER = 0x9E3779B97F4A7C15L;

    private final VendorRules rules;
    private final Chance chance;
    private final long idSalt;

    /** @param idSalt different for every vendor that is started, so that no two give the same order id */
    OrderMaker(VendorRules rules, Chance chance, long idSalt) {
        this.rules = rules;
        this.chance = chance;
        this.idSalt = idSalt;
    }

    Order make(Product product, Secret phoneNumber, long sequence, Duration now) {
        RandomGenerator random = chance.ofOrder(sequence);
        Secret code = Chance.code(random);
        Optional<Duration> arrival = rules.arrival().draw(random);
        Optional<ForcedOutcome> forced = ForcedOutcome.of(product);
        return new Order(
                "ord_" + Long.toUnsignedString((sequence + idSalt) * SCATTER, 36),
                sequence,
                product,
                phoneNumber,
                now,
                now.plus(forced.map(this::lifetime).orElse(rules.orderLifetime())),
                forced.map(outcome -> fate(outcome, now, code, arrival)).orElseGet(() -> byCurve(now, code, arrival)));
    }

    private Duration lifetime(ForcedOutcome forced) {
        return forced == ForcedOutcome.EXPIRED_AFTER_10_SECONDS ? SOON : rules.orderLifetime();
    }

    private static Fate fate(ForcedOutcome forced, Duration now, Secret code, Optional<Duration> arrival) {
        return switch (forced) {
            case CODE_AT_ONCE -> new Fate.Code(now, code);
            case CODE_AFTER_40_SECONDS -> new Fate.Code(now.plus(LATER), code);
            case NO_CODE, EXPIRED_AFTER_10_SECONDS -> new Fate.Nothing();
            case CANCELLED_AFTER_10_SECONDS -> new Fate.Cancel(now.plus(SOON));
            case UNAVAILABLE_ON_CREATE,
                    INSUFFICIENT_BALANCE,
                    RATE_LIMITED_ONCE,
                    SERVER_ERROR_TWICE,
                    NO_ANSWER_ONCE,
                    OUT_OF_STOCK -> byCurve(now, code, arrival);
        };
    }

    private static Fate byCurve(Duration now, Secret code, Optional<Duration> arrival) {
        return arrival.<Fate>map(after -> new Fate.Code(now.plus(after), code)).orElseGet(Fate.Nothing::new);
    }
}
