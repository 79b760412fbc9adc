package io.otpstream.domain.api;

/**
 * A row of the catalogue: numbers of one country for one platform.
 *
 * @param priceIdr whole rupiah for one order
 * @param availableCount how many numbers are in stock, as far as the catalogue knows
 */
public record Product(int countryId, int platformId, long priceIdr, int availableCount) {}
