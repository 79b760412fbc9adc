package io.otpstream.domain.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Divides the budget among the processes that ask, slot by slot and some slots ahead. Says nothing while nobody asks.
 *
 * <p>Nothing here has to be the only one of its kind: of two leases of one slot all processes take the first. An
 * allocator that lags behind, or comes back, adds no permit.
 *
 * <p>After a 429 the rate falls at once, and comes back slowly (additive increase, multiplicative decrease). Arithmetic
 * only; not safe for use by several threads.
 */
public final class Allocator {

    private static final double DECREASE = 0.7;
    private static final double LEAST = 0.1;

    /** Of the full rate, in one window: a fall is made good in about half a minute of the API's. */
    private static final double INCREASE_PER_WINDOW = 0.6;

    private final BudgetRules rules;
    private final Split split;
    private final Map<String, Member> members = new HashMap<>();
    private double factor = 1;
    private Instant factorAt = Instant.MIN;
    private Instant nextDecrease = Instant.MIN;
    private long nextSlot = Long.MIN_VALUE;

    private record Member(Demand demand, int partitions, long rateLimited, Instant at) {}

    /** Knows nobody yet. */
    public Allocator(BudgetRules rules, Split split) {
        this.rules = rules;
        this.split = split;
    }

    /**
     * A process told what it could use.
     *
     * @param process an incarnation: another name after every start
     * @param partitions of verifications that it has
     * @param rateLimited answers with status 429 that it has had so far
     * @param at when it said so
     */
    public void demand(String process, Demand demand, int partitions, long rateLimited, Instant at) {
        Member before = members.put(process, new Member(demand, partitions, rateLimited, at));
        if (before != null && rateLimited > before.rateLimited()) {
            decrease(at);
        }
    }

    /** A lease of this slot was read, whoever wrote it. */
    public void leased(long slot) {
        nextSlot = Math.max(nextSlot, slot + 1);
    }

    /** The leases to be written now, in order. They count as written. */
    public List<Lease> due(Instant now) {
        forget(now);
        Map<String, Demand> asking = new TreeMap<>();
        members.forEach((process, member) -> {
            if (isHeard(member, now) && member.demand().isSome()) {
                asking.put(process, member.demand());
            }
        });
        if (asking.isEmpty()) {
            return List.of();
        }
        recover(now);
        double rate = factor * rules.permitsPerSecond(members.size());
        Map<String, Double> shares =
                switch (split) {
                    case DEMAND -> Shares.byDemand(rate, asking);
                    case PARTITIONS -> Shares.byWeight(rate, partitions(now));
                };
        List<Lease> leases = new ArrayList<>();
        long last = rules.slotAt(now.plus(rules.horizon()));
        for (long slot = Math.max(nextSlot, rules.slotAt(now)); slot <= last; slot++) {
            leases.add(new Lease(slot, shares));
            leased(slot);
        }
        return leases;
    }

    /** Of the full rate, what 429s have left: from 0 to 1. */
    public double factor() {
        return factor;
    }

    /** Who fell silent may have used permits until now; for the window's length it counts. */
    private void forget(Instant now) {
        Duration counted =
                rules.window().plus(rules.slack()).plus(rules.horizon()).plus(rules.patience());
        members.values().removeIf(member -> member.at().plus(counted).isBefore(now));
    }

    private boolean isHeard(Member member, Instant now) {
        return member.at().plus(rules.patience()).isAfter(now);
    }

    private Map<String, Double> partitions(Instant now) {
        Map<String, Double> weights = new TreeMap<>();
        members.forEach((process, member) -> {
            if (isHeard(member, now)) {
                weights.put(process, (double) member.partitions());
            }
        });
        return weights;
    }

    private void decrease(Instant now) {
        // Those who ran into the same wall together are heard one after the other.
        if (now.isBefore(nextDecrease)) {
            return;
        }
        recover(now);
        factor = Math.max(LEAST, factor * DECREASE);
        nextDecrease = now.plus(rules.horizon());
    }

    private void recover(Instant now) {
        // What is heard late is from before: that time is made good already.
        if (!factorAt.isBefore(now)) {
            return;
        }
        if (factor < 1) {
            double windows = BudgetRules.seconds(Duration.between(factorAt, now)) / BudgetRules.seconds(rules.window());
            factor = Math.min(1, factor + INCREASE_PER_WINDOW * windows);
        }
        factorAt = now;
    }
}
