package io.otpstream.domain.lifecycle;

/**
 * What the catalogue says of one country for the wanted platform.
 *
 * @param priceIdr whole rupiah
 * @param availableCount numbers in stock; 0 also where the catalogue has no such row
 */
public record Offer(int countryId, long priceIdr, int availableCount) {}
