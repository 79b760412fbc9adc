package io.otpstream.simulator.vendor;

/**
 * A country of the catalogue.
 *
 * @param isoCode ISO 3166-1 alpha-2
 * @param dialCode with {@code +}
 * @param basePriceIdr whole rupiah, for the cheapest platform
 */
record Country(int id, String isoCode, String name, String dialCode, NumberPlan numbers, long basePriceIdr) {

    /** Exists in the catalogue, but has no stock for any platform. */
    static final int WITHOUT_STOCK = 99;
}
