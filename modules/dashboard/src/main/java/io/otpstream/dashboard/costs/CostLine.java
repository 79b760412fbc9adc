package io.otpstream.dashboard.costs;

import org.jspecify.annotations.Nullable;

/**
 * What one group cost.
 *
 * @param group a label, a tenant, or the vendor's id as decimal text; null for orders without label or tenant
 * @param countryCode ISO 3166-1 alpha-2; null where it isn't known or the group is no country
 * @param amounts of the group
 */
public record CostLine(@Nullable String group, @Nullable String countryCode, Amounts amounts) {

    /** As a person reads it where there is no group. */
    public static final String NONE = "-";

    /** The group, or {@link #NONE}. */
    public String name() {
        return group == null ? NONE : group;
    }
}
