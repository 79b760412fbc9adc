package io.otpstream.domain.api;

import org.jspecify.annotations.Nullable;

/**
 * A country of the catalogue.
 *
 * @param id the API's own id
 * @param name for people; null where the API doesn't give it
 * @param isoCode ISO 3166-1 alpha-2, upper case; null where the API doesn't give it
 */
public record Country(
        int id, @Nullable String name, @Nullable String isoCode) {}
