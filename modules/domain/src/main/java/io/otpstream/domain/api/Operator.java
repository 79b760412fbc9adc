package io.otpstream.domain.api;

import org.jspecify.annotations.Nullable;

/**
 * A mobile operator that numbers of one country can be rented of.
 *
 * @param id the API's own id; null stands for any operator
 * @param code short name as the API spells it
 * @param name for people; null where the API gives none
 */
public record Operator(
        @Nullable Integer id, String code, @Nullable String name) {}
