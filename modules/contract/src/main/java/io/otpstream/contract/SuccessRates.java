package io.otpstream.contract;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How orders in one country went so far. The record's key is the country id as decimal text.
 *
 * @param countryId the vendor's id of the country
 * @param countryCode ISO 3166-1 alpha-2; null where it isn't known
 * @param orders how many orders ended how, by the words of {@link OrderOutcome}; a word that is missing counts 0
 * @param successRate codes per order that ended, 0 to 1; null while none has ended
 * @param codes how many codes arrived
 * @param spendIdr what the orders that weren't refunded cost, whole rupiah
 * @param currency always {@link Money#IDR}
 * @param costPerCodeIdr spend per code, rounded to whole rupiah; null while there is no code
 * @param meanSecondsToCode mean time from the order (or from when the text was triggered) to the code, seconds; null
 *     while there is no code
 * @param p50SecondsToCode the median of that time, seconds; null while there is no code
 * @param p95SecondsToCode the 95th percentile of that time, seconds; null while there is no code
 * @param updatedAt when the last event that is counted here happened
 */
public record SuccessRates(
        int countryId,
        @Nullable String countryCode,
        Map<String, Long> orders,
        @Nullable Double successRate,
        long codes,
        long spendIdr,
        String currency,
        @Nullable Long costPerCodeIdr,
        @Nullable Double meanSecondsToCode,
        @Nullable Double p50SecondsToCode,
        @Nullable Double p95SecondsToCode,
        Instant updatedAt) {

    /** Keeps its own copy of the counts, in the order of {@link OrderOutcome}, words it doesn't know at the end. */
    public SuccessRates {
        orders = inOrder(orders);
    }

    /** How many orders ended so. */
    public long orders(OrderOutcome outcome) {
        return orders.getOrDefault(outcome.word(), 0L);
    }

    /**
     * How many orders had a number and have ended: the whole that {@link #successRate} is a part of. Leaves out those
     * that were refused for want of stock, and those that may never have been placed.
     */
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
