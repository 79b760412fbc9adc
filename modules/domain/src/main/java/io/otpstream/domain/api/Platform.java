package io.otpstream.domain.api;

import org.jspecify.annotations.Nullable;

/**
 * A platform, which the published contract calls a service.
 *
 * @param id the API's own id
 * @param code short name as the API spells it; null where it gives none
 * @param name for people; null where the API gives none
 */
public record Platform(
        int id, @Nullable String code, @Nullable String name) {}
