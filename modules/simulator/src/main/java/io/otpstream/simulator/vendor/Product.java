package io.otpstream.simulator.vendor;

/**
 * What can be ordered: a number of a country that receives the texts of a platform.
 *
 * @param priceIdr whole rupiah
 */
public record Product(int countryId, int platformId, long priceIdr) {}
