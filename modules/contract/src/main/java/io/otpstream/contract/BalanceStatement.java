package io.otpstream.contract;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of the balance within one hour. The record's key is the start of that hour; the record of the present hour
 * is written anew with every look at the balance.
 *
 * <p>{@code opening + deposits - charges + refunds + unexplained = closing}.
 *
 * @param hour start of the hour
 * @param from the look at the balance that gave the opening one
 * @param to the look at the balance that gave the closing one
 * @param openingIdr the first balance seen, or the last of the hour before, whole rupiah
 * @param depositsIdr what was paid in, whole rupiah: the balance rose by it, and no refund says why
 * @param chargesIdr what orders were charged between the two looks, whole rupiah
 * @param refundsIdr what was given back between them, whole rupiah
 * @param closingIdr the last balance seen, whole rupiah
 * @param unexplainedIdr what is left over, whole rupiah: less than 0 where money is gone that no order of ours explains
 * @param lockedIdr the price of orders that have not ended, at the closing, whole rupiah
 * @param currency always {@link Money#IDR}
 * @param amountsFrom where charges and refunds come from; null while there is none
 */
public record BalanceStatement(
        Instant hour,
        Instant from,
        Instant to,
        long openingIdr,
        long depositsIdr,
        long chargesIdr,
        long refundsIdr,
        long closingIdr,
        long unexplainedIdr,
        long lockedIdr,
        String currency,
        @Nullable PriceSource amountsFrom) {}
