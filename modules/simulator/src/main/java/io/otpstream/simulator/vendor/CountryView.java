package io.otpstream.simulator.vendor;

/**
 * A country as the catalogue shows it.
 *
 * @param isoCode ISO 3166-1 alpha-2
 * @param dialCode with {@code +}
 */
public record CountryView(int id, String isoCode, String name, String dialCode) {}
