package io.otpstream.domain.rate;

import java.util.Map;
import java.util.TreeMap;

/**
 * Who may send how much in one slot.
 *
 * @param shares process → permits per second; who isn't named has none
 */
public record Lease(long slot, Map<String, Double> shares) {

    public Lease {
        shares = Map.copyOf(shares);
    }

    /** What it gives to a process, permits per second. */
    public double shareOf(String process) {
        return shares.getOrDefault(process, 0.0);
    }

    /** What it gives to all, permits per second. */
    public double total() {
        // In an order that doesn't depend on the JVM, so that a simulation can be repeated.
        return new TreeMap<>(shares)
                .values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
