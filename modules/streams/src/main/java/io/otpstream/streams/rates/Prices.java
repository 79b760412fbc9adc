package io.otpstream.streams.rates;

import io.otpstream.contract.PriceSource;
import org.jspecify.annotations.Nullable;

/**
 * Where the amounts of a sum come from.
 *
 * @param charged how many were said by the API
 * @param catalog how many are the catalogue's
 */
record Prices(long charged, long catalog) {

    static final Prices NONE = new Prices(0, 0);

    /**
     * With an amount more.
     *
     * @param sign 1, or -1 to take one out
     */
    Prices with(@Nullable PriceSource from, int sign) {
        return switch (from) {
            case CHARGED -> new Prices(charged + sign, catalog);
            case CATALOG -> new Prices(charged, catalog + sign);
            case MIXED, UNKNOWN -> new Prices(charged + sign, catalog + sign);
            case null -> this;
        };
    }

    /** Of the sum; null where there is nothing in it. */
    @Nullable
    PriceSource from() {
        if (charged > 0) {
            return catalog > 0 ? PriceSource.MIXED : PriceSource.CHARGED;
        }
        return catalog > 0 ? PriceSource.CATALOG : null;
    }
}
