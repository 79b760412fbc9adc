package io.otpstream.domain.lifecycle;

import org.jspecify.annotations.Nullable;

/**
 * What the catalogue says of one country for the wanted platform.
 *
 * @param priceIdr whole rupiah
 * @param availableCount numbers in stock; 0 also where the catalogue has no such row
 * @param catalogProductId what a create of the published contract names; null in the guide's dialect
 * @param operatorId of the only operator that the offer is of; null for any
 * @param barred whether nothing is bought there for the moment, because too many orders have failed
 */
public record Offer(
        int countryId,
        long priceIdr,
        int availableCount,
        @Nullable Integer catalogProductId,
        @Nullable Integer operatorId,
        boolean barred) {

    /** An offer of the guide's catalogue. */
    public Offer(int countryId, long priceIdr, int availableCount) {
        this(countryId, priceIdr, availableCount, null, null, false);
    }

    /** The same, but nothing is bought there for the moment. */
    public Offer bar() {
        return new Offer(countryId, priceIdr, availableCount, catalogProductId, operatorId, true);
    }

    /** Whether it costs more than that; null = any price will do. */
    public boolean isAbove(@Nullable Long maxPriceIdr) {
        return maxPriceIdr != null && priceIdr > maxPriceIdr;
    }
}
