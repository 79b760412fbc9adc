package io.otpstream.streams.money;

import io.otpstream.contract.PriceSource;
import io.otpstream.domain.money.Move;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one event changed in the account of its order: differences, so that an event that comes twice moves nothing the
 * second time. Travels through a topic of its own and holds no number.
 *
 * @param version of this format
 * @param at when it happened
 * @param placedAt when the order was placed
 * @param chargedIdr how much more was charged, whole rupiah
 * @param refundedIdr how much more was given back, whole rupiah
 * @param lockedIdr how much more is the price of orders that have not ended, whole rupiah; mostly less than 0
 * @param inDoubtIdr how much more may have been charged beside all this, for an order in doubt
 * @param from where the amounts come from; null where all are 0
 */
public record Movement(
        int version,
        Instant at,
        Instant placedAt,
        long chargedIdr,
        long refundedIdr,
        long lockedIdr,
        long inDoubtIdr,
        @Nullable PriceSource from) {

    /** The format that this version writes and reads. */
    public static final int VERSION = 1;

    /** The same for arithmetic. */
    Move toMove() {
        return new Move(placedAt, at, chargedIdr, refundedIdr, lockedIdr, inDoubtIdr);
    }
}
