package io.otpstream.domain.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of one country for the wanted platform.
 *
 * @param priceIdr whole rupiah
 * @param availableCount numbers in stock; 0 also where the catalogue has no such row
 */
public record Offer(int countryId, long priceIdr, int availableCount) {

    /** Whether it costs more than that; null = any price will do. */
    public boolean isAbove(@Nullable Long maxPriceIdr) {
        return maxPriceIdr != null && priceIdr > maxPriceIdr;
    }
}
