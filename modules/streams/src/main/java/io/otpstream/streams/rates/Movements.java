package io.otpstream.streams.rates;

import io.otpstream.contract.PriceSource;
import io.otpstream.streams.money.Movement;
import org.jspecify.annotations.Nullable;

/** What a change of an order's account moves. */
final class Movements {

    private Movements() {}

    /** Null where nothing moves. */
    static @Nullable Movement between(@Nullable OrderFact before, OrderFact after) {
        long charged = after.chargedIdr() - (before == null ? 0 : before.chargedIdr());
        long refunded = after.refundedIdr() - (before == null ? 0 : before.refundedIdr());
        long locked = after.lockedIdr() - (before == null ? 0 : before.lockedIdr());
        long inDoubt = after.inDoubtIdr() - (before == null ? 0 : before.inDoubtIdr());
        if (charged == 0 && refunded == 0 && locked == 0 && inDoubt == 0) {
            return null;
        }
        PriceSource from = after.priceFrom() == null && before != null ? before.priceFrom() : after.priceFrom();
        return new Movement(Movement.VERSION, after.at(), after.since(), charged, refunded, locked, inDoubt, from);
    }
}
