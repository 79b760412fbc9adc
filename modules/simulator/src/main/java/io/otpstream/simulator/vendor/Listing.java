package io.otpstream.simulator.vendor;

import java.util.Optional;

/**
 * A row of the published price list.
 *
 * @param product with the price of its tier
 * @param platformName for people
 * @param available how many numbers are left, of all tiers together
 */
public record Listing(
        Product product,
        int productId,
        int catalogProductId,
        String countryName,
        String platformName,
        Optional<Operator> operator,
        int available) {}
