package io.otpstream.dashboard.view;

import org.jspecify.annotations.Nullable;

/**
 * What a country is called.
 *
 * @param id the vendor's id
 * @param name for people
 * @param isoCode ISO 3166-1 alpha-2, upper case; null where it isn't known
 * @param flag as an emoji; null together with the code
 */
public record CountryName(
        int id,
        String name,
        @Nullable String isoCode,
        @Nullable String flag) {}
