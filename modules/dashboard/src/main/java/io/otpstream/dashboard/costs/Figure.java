package io.otpstream.dashboard.costs;

import io.otpstream.contract.WireWord;
import org.jspecify.annotations.Nullable;

/** The figures of a line, in the order and under the names that CSV and JSON have them. */
enum Figure implements WireWord {
    ORDERS,
    CODES,
    SPEND_IDR,
    COST_PER_CODE_IDR,
    REFUNDS_IDR,
    CHARGES_IDR,
    LOCKED_IDR,
    LATE_CODES_IDR,
    UNUSED_IDR,
    IN_DOUBT_IDR;

    /** Its value; null where it has none. */
    @Nullable
    Long of(Amounts amounts) {
        return switch (this) {
            case ORDERS -> amounts.orders();
            case CODES -> amounts.codes();
            case SPEND_IDR -> amounts.spendIdr();
            case COST_PER_CODE_IDR -> amounts.costPerCodeIdr();
            case REFUNDS_IDR -> amounts.refundsIdr();
            case CHARGES_IDR -> amounts.chargesIdr();
            case LOCKED_IDR -> amounts.lockedIdr();
            case LATE_CODES_IDR -> amounts.lateCodesIdr();
            case UNUSED_IDR -> amounts.unusedIdr();
            case IN_DOUBT_IDR -> amounts.inDoubtIdr();
        };
    }
}
