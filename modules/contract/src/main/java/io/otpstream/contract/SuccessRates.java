package io.otpstream.contract;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How orders in one country went: all of them, those for one platform, or those placed within one hour. The record's key
 * is the country id as decimal text; after a slash follows the platform id, or the hour.
 *
 * <p>An order counts once, however often and in whatever order its events come, and as how it ended last: a late code
 * takes the place of a time-out. What says nothing of the country's numbers is counted but is no failure: see
 * {@link OrderOutcome}.
 *
 * @param countryId the vendor's id of the country
 * @param countryCode ISO 3166-1 alpha-2; null where it isn't known
 * @param platformId the vendor's id of the platform; null where all platforms are counted
 * @param hour start of the hour in which the orders were placed; null where all hours are counted
 * @param orders how many orders ended how, by the words of {@link OrderOutcome}; a word that is missing counts 0
 * @param open how many orders have a number and have not ended
 * @param successRate the probability that an order gets its code, 0 to 1: orders given up early count for as long as
 *     they were observed (Kaplan and Meier); null while nothing is known
 * @param successRateLow lower end of its 95 % interval (Wilson); null together with the rate
 * @param successRateHigh upper end of its 95 % interval (Wilson); null together with the rate
 * @param recentSuccessRate the same probability with older orders weighing less, half after six hours; null while nothing
 *     is known, and in the records of an hour
 * @param recentOrders how many orders that is worth, by the same weights; null together with the recent rate
 * @param codes how many codes arrived in time
 * @param spendIdr what the orders that weren't refunded cost, whole rupiah, open ones not included
 * @param refundsIdr what was charged and given back, whole rupiah
 * @param currency always {@link Money#IDR}
 * @param amountsFrom where the amounts come from; null while there is none
 * @param costPerCodeIdr spend per code, rounded to whole rupiah; null while there is no code
 * @param meanSecondsToCode mean time from the order (or from when the text was triggered) to the code, seconds; null
 *     while there is no code
 * @param p50SecondsToCode the median of that time, seconds; null while there is no code
 * @param p95SecondsToCode the 95th percentile of that time, seconds; null while there is no code
 * @param noStockRate orders refused for want of a number, of all that were tried, 0 to 1; null while none was
 * @param updatedAt when the last event that is counted here happened
 */
public record SuccessRates(
        int countryId,
        @Nullable String countryCode,
        @Nullable Integer platformId,
        @Nullable Instant hour,
        Map<String, Long> orders,
        long open,
        @Nullable Double successRate,
        @Nullable Double successRateLow,
        @Nullable Double successRateHigh,
        @Nullable Double recentSuccessRate,
        @Nullable Double recentOrders,
        long codes,
        long spendIdr,
        long refundsIdr,
        String currency,
        @Nullable PriceSource amountsFrom,
        @Nullable Long costPerCodeIdr,
        @Nullable Double meanSecondsToCode,
        @Nullable Double p50SecondsToCode,
        @Nullable Double p95SecondsToCode,
        @Nullable Double noStockRate,
        Instant updatedAt) {

    /** Keeps its own copy of the counts, in the order of {@link OrderOutcome}, words it doesn't know at the end. */
    public SuccessRates {
        orders = inOrder(orders);
    }

    /** Starts rates with what all have; counts and amounts are 0 and everything else is null until set. */
    public static SuccessRatesBuilder of(int countryId, Instant updatedAt) {
        return new SuccessRatesBuilder(countryId, updatedAt);
    }

    /** How many orders ended so. */
    public long orders(OrderOutcome outcome) {
        return orders.getOrDefault(outcome.word(), 0L);
    }

    /** How many orders had a number and have ended, however they did. Leaves out what was refused or is in doubt. */
    public long ended() {
        long all = orders.values().stream().mapToLong(Long::longValue).sum();
        return all - orders(OrderOutcome.NO_STOCK) - orders(OrderOutcome.IN_DOUBT);
    }

    private static Map<String, Long> inOrder(Map<String, Long> counts) {
        Map<String, Long> rest = new TreeMap<>(counts);
        Map<String, Long> ordered = new LinkedHashMap<>();
        Arrays.stream(OrderOutcome.values()).map(OrderOutcome::word).forEach(word -> {
            Long count = rest.remove(word);
            if (count != null) {
                ordered.put(word, count);
            }
        });
        ordered.putAll(rest);
        return Collections.unmodifiableMap(ordered);
    }
}
