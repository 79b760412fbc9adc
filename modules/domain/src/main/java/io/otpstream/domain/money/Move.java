package io.otpstream.domain.money;

import java.time.Instant;

/**
 * Money that one order moved, as one of its events tells it: differences to what was known before. All amounts are whole
 * rupiah.
 *
 * @param placedAt when the order was sent; nothing of it was charged before
 * @param at when the event was known; what it tells had happened by then
 * @param chargedIdr how much more was charged
 * @param refundedIdr how much more was given back
 * @param lockedIdr how much more is the price of orders that have not ended; less than 0 when one ends
 * @param inDoubtIdr how much more may have been charged beside all this
 */
public record Move(Instant placedAt, Instant at, long chargedIdr, long refundedIdr, long lockedIdr, long inDoubtIdr) {}
