package io.otpstream.domain.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whose request becomes the next order: interactive ones before batches, and among equals the tenant that has had least
 * for its weight (start-time fair queueing: who comes back after a pause has saved nothing up).
 *
 * <p>Not safe for use by several threads.
 */
public final class FairShare {

    /** A tenant that waits for its limit may save up this many orders. */
    private static final double MOST_SAVED = 1;

    private final TenantRules rules;
    private final Duration minute;
    private final Map<String, Double> finished = new HashMap<>();
    private final Map<String, Limit> limits = new HashMap<>();
    private double virtualTime;
    private double part = 1;

    /** What a tenant may still order, as of a moment. */
    private record Limit(double orders, Instant at) {}

    /** @param minute of the API's world, in real time */
    public FairShare(TenantRules rules, Duration minute) {
        this.rules = rules;
        this.minute = minute;
    }

    /**
     * How much of the budget this process has: limits are divided likewise.
     *
     * @param share from 0 to 1
     */
    public void hasPart(double share) {
        part = share;
    }

    /** The lane whose turn it is; empty if there is none that its tenant's limit lets through now. */
    public Optional<Lane> next(Collection<Lane> waiting, Instant now) {
        return waiting.stream().filter(lane -> isBelowLimit(lane.tenant(), now)).min(turns());
    }

    /** The order of lanes, whose turn is first. Changes with every {@link #served}. */
    public Comparator<Lane> turns() {
        return Comparator.comparing(Lane::priority)
                .thenComparingDouble(lane -> start(lane.tenant()))
                .thenComparing(Lane::tenant);
    }

    /** An order is created for a request of this lane. */
    public void served(Lane lane, Instant now) {
        String tenant = lane.tenant();
        double start = start(tenant);
        virtualTime = start;
        finished.put(tenant, start + 1 / rules.weightOf(tenant));
        if (rules.ordersPerMinute().containsKey(tenant)) {
            limits.put(tenant, new Limit(orders(tenant, now) - 1, now));
        }
        // Who is behind the virtual time is like one that never was there.
        finished.values().removeIf(finish -> finish <= virtualTime);
    }

    /**
     * Whether one more request of this lane may join the create that {@link #served} had counted. Turns go by permits, so
     * that this costs none; a limit counts orders.
     */
    public boolean joins(Lane lane, Instant now) {
        String tenant = lane.tenant();
        if (!isBelowLimit(tenant, now)) {
            return false;
        }
        if (rules.ordersPerMinute().containsKey(tenant)) {
            limits.put(tenant, new Limit(orders(tenant, now) - 1, now));
        }
        return true;
    }

    /** An order that {@link #served} had counted was not created. */
    public void notServed(Lane lane) {
        String tenant = lane.tenant();
        finished.computeIfPresent(tenant, (name, finish) -> finish - 1 / rules.weightOf(name));
        limits.computeIfPresent(tenant, (name, limit) -> new Limit(limit.orders() + 1, limit.at()));
    }

    private double start(String tenant) {
        return Math.max(virtualTime, finished.getOrDefault(tenant, 0.0));
    }

    private boolean isBelowLimit(String tenant, Instant now) {
        return !rules.ordersPerMinute().containsKey(tenant) || orders(tenant, now) >= 1;
    }

    private double orders(String tenant, Instant now) {
        Limit limit = limits.get(tenant);
        if (limit == null) {
            return MOST_SAVED;
        }
        double minutes = Duration.between(limit.at(), now).toNanos() / (double) minute.toNanos();
        double more = Math.max(0, minutes) * part * rules.ordersPerMinute().getOrDefault(tenant, 0.0);
        return Math.min(MOST_SAVED, limit.orders() + more);
    }
}
