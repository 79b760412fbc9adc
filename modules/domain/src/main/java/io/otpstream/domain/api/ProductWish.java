package io.otpstream.domain.api;

import org.jspecify.annotations.Nullable;

/**
 * What a create of the published contract asks for, but for how many.
 *
 * @param catalogProductId of the catalogue's row
 * @param maxPriceIdr the most that one order may cost, whole rupiah; null for any price
 * @param operatorId of the operator that the number has to be of; null for any
 */
public record ProductWish(
        int catalogProductId,
        @Nullable Long maxPriceIdr,
        RoutingPolicy policy,
        @Nullable Integer operatorId) {}
