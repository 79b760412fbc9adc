package io.otpstream.domain.plan;

import java.util.Map;

/**
 * What tenants are entitled to.
 *
 * @param weights tenant → its part of new orders while others wait as well, in relation to theirs; more than zero, 1
 *     where nothing is said
 * @param ordersPerMinute tenant → most new orders in a minute of the API's; no limit where nothing is said
 */
public record TenantRules(Map<String, Double> weights, Map<String, Double> ordersPerMinute) {

    /** All alike, and without limits. */
    public static final TenantRules EQUAL = new TenantRules(Map.of(), Map.of());

    public TenantRules {
        weights = Map.copyOf(weights);
        ordersPerMinute = Map.copyOf(ordersPerMinute);
    }

    double weightOf(String tenant) {
        return weights.getOrDefault(tenant, 1.0);
    }
}
