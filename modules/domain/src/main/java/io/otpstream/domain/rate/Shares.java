package io.otpstream.domain.rate;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/** Divides permits among processes. */
final class Shares {

    private Shares() {}

    /**
     * Max-min fair: first what all need, then who can use any number, then what all want. What nobody asked for is given
     * away too, in equal parts, so that what comes suddenly finds permits.
     *
     * @param permits to divide
     * @return process → permits; they add up to {@code permits} unless nobody is there
     */
    static Map<String, Double> byDemand(double permits, Map<String, Demand> demands) {
        Map<String, Double> got = new TreeMap<>();
        demands.keySet().forEach(process -> got.put(process, 0.0));
        double left = raise(permits, got, limits(demands, Demand::needed));
        if (demands.values().stream().anyMatch(Demand::backlogged)) {
            left = raise(
                    left, got, limits(demands, demand -> demand.backlogged() ? Double.MAX_VALUE : demand.needed()));
        }
        left = raise(left, got, limits(demands, demand -> Math.max(demand.needed(), demand.wanted())));
        double spare = demands.isEmpty() ? 0 : left / demands.size();
        got.replaceAll((process, permitsSoFar) -> permitsSoFar + spare);
        return got;
    }

    /**
     * In proportion to weights, whatever anybody needs.
     *
     * @param weights process → zero or more
     */
    static Map<String, Double> byWeight(double permits, Map<String, Double> weights) {
        double sum = weights.values().stream().mapToDouble(Double::doubleValue).sum();
        Map<String, Double> shares = new TreeMap<>();
        weights.forEach((process, weight) -> shares.put(process, sum == 0 ? 0 : permits * weight / sum));
        return shares;
    }

    private static Map<String, Double> limits(Map<String, Demand> demands, ToDoubleFunction<Demand> limit) {
        Map<String, Double> limits = new HashMap<>();
        demands.forEach((process, demand) -> limits.put(process, limit.applyAsDouble(demand)));
        return limits;
    }

    /**
     * Raises whoever has least, until all have their limit or nothing is left.
     *
     * @return what is left
     */
    private static double raise(double permits, Map<String, Double> got, Map<String, Double> limits) {
        // The one with the least room first: what it leaves raises the level of the others.
        List<String> byLimit = limits.keySet().stream()
                .sorted(Comparator.<String>comparingDouble(process -> limits.getOrDefault(process, 0.0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        double level = level(permits, got, limits, byLimit);
        double left = permits;
        for (String process : byLimit) {
            double has = got.getOrDefault(process, 0.0);
            double more = Math.min(left, Math.max(0, Math.min(level, limits.getOrDefault(process, 0.0)) - has));
            got.put(process, has + more);
            left -= more;
        }
        return left < 1e-12 ? 0 : left;
    }

    /** The height to which all can be raised, who have less and whose limit is not below. */
    private static double level(
            double permits, Map<String, Double> got, Map<String, Double> limits, List<String> processes) {
        double low = 0;
        double high = permits
                + got.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double needed = 0;
            for (String process : processes) {
                double upTo = Math.min(middle, limits.getOrDefault(process, 0.0));
                needed += Math.max(0, upTo - got.getOrDefault(process, 0.0));
            }
            if (needed <= permits) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
