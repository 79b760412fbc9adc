package io.otpstream.domain.api;

import org.jspecify.annotations.Nullable;

/**
 * A row of the catalogue: numbers of one country for one platform.
 *
 * @param priceIdr whole rupiah for one order
 * @param availableCount how many numbers are in stock, as far as the catalogue knows
 * @param catalogProductId what the published contract's create names; null in the guide's dialect, and where the row
 *     lacks it
 */
public record Product(
        int countryId,
        int platformId,
        long priceIdr,
        int availableCount,
        @Nullable Integer catalogProductId) {

    /** A row of the guide's catalogue. */
    public Product(int countryId, int platformId, long priceIdr, int availableCount) {
        this(countryId, platformId, priceIdr, availableCount, null);
    }
}
