package io.otpstream.dashboard.costs;

import io.otpstream.contract.Costs;
import io.otpstream.contract.PriceSource;
import org.jspecify.annotations.Nullable;

/**
 * Sums over {@link Costs}; see there for what each one is. Amounts are whole rupiah.
 *
 * @param amountsFrom where the amounts come from; null while there is none
 */
public record Amounts(
        long orders,
        long codes,
        long chargesIdr,
        long spendIdr,
        long refundsIdr,
        long lockedIdr,
        long lateCodesIdr,
        long unusedIdr,
        long inDoubtIdr,
        @Nullable PriceSource amountsFrom) {

    /** No orders. */
    public static final Amounts NONE = new Amounts(0, 0, 0, 0, 0, 0, 0, 0, 0, null);

    /** Those of one record. */
    static Amounts of(Costs costs) {
        return new Amounts(
                costs.orders(),
                costs.codes(),
                costs.chargesIdr(),
                costs.spendIdr(),
                costs.refundsIdr(),
                costs.lockedIdr(),
                costs.lateCodesIdr(),
                costs.unusedIdr(),
                costs.inDoubtIdr(),
                costs.amountsFrom());
    }

    /** Both together. */
    public Amounts plus(Amounts other) {
        return new Amounts(
                orders + other.orders,
                codes + other.codes,
                chargesIdr + other.chargesIdr,
                spendIdr + other.spendIdr,
                refundsIdr + other.refundsIdr,
                lockedIdr + other.lockedIdr,
                lateCodesIdr + other.lateCodesIdr,
                unusedIdr + other.unusedIdr,
                inDoubtIdr + other.inDoubtIdr,
                both(amountsFrom, other.amountsFrom));
    }

    /** Spend per code, rounded to whole rupiah; null while there is no code. */
    public @Nullable Long costPerCodeIdr() {
        return codes == 0 ? null : Math.round((double) spendIdr / codes);
    }

    /** Where a sum of two amounts comes from; a source that this version doesn't know stays one. */
    static @Nullable PriceSource both(@Nullable PriceSource one, @Nullable PriceSource other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        if (one == PriceSource.UNKNOWN || other == PriceSource.UNKNOWN) {
            return PriceSource.UNKNOWN;
        }
        return one == other ? one : PriceSource.MIXED;
    }
}
