package io.otpstream.streams.rates;

import io.otpstream.contract.Costs;
import io.otpstream.contract.Money;
import io.otpstream.contract.OrderOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What some orders cost, as the store holds it. Amounts are whole rupiah, and their names those of {@link Costs}.
 *
 * @param version of this format
 * @param updatedAt of the latest fact; null while there was none
 */
record CostRow(
        int version,
        long orders,
        long codes,
        long spendIdr,
        long refundsIdr,
        long lockedIdr,
        long lateCodesIdr,
        long unusedIdr,
        long inDoubtIdr,
        Prices prices,
        @Nullable Instant updatedAt)
        implements Counted<CostRow> {

    private static final int VERSION = 1;

    static CostRow empty() {
        return new CostRow(VERSION, 0, 0, 0, 0, 0, 0, 0, 0, Prices.NONE, null);
    }

    @Override
    public CostRow plus(OrderFact fact) {
        return with(fact, 1);
    }

    @Override
    public CostRow minus(OrderFact fact) {
        return with(fact, -1);
    }

    private CostRow with(OrderFact fact, int sign) {
        return new CostRow(
                VERSION,
                orders + (fact.isOrder() ? sign : 0),
                codes + (fact.outcome() == OrderOutcome.COMPLETED ? sign : 0),
                spendIdr + sign * fact.spentIdr(),
                refundsIdr + sign * fact.refundedIdr(),
                lockedIdr + sign * fact.lockedIdr(),
                lateCodesIdr + sign * priceIf(fact, OrderOutcome.LATE_CODE),
                unusedIdr + sign * priceIf(fact, OrderOutcome.UNUSED),
                inDoubtIdr + sign * priceIf(fact, OrderOutcome.IN_DOUBT),
                fact.priceIdr() > 0 ? prices.with(fact.priceFrom(), sign) : prices,
                updatedAt == null || fact.at().isAfter(updatedAt) ? fact.at() : updatedAt);
    }

    private static long priceIf(OrderFact fact, OrderOutcome outcome) {
        return fact.outcome() == outcome ? fact.priceIdr() : 0;
    }

    /** As users read it. */
    Costs costs(CostKey key, @Nullable String isoCode) {
        return new Costs(
                key.hour(),
                key.countryId(),
                isoCode,
                key.platformId(),
                key.tenant(),
                key.labels(),
                orders,
                codes,
                spendIdr + refundsIdr + lockedIdr,
                spendIdr,
                refundsIdr,
                lockedIdr,
                lateCodesIdr,
                unusedIdr,
                inDoubtIdr,
                Money.IDR,
                prices.from(),
                updatedAt == null ? key.hour() : updatedAt);
    }
}
