package io.otpstream.streams.rates;

import io.otpstream.contract.OrderOutcome;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.SuccessRatesBuilder;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The counts of one country, as the store holds them.
 *
 * @param version of this format
 * @param orders by the words of {@link OrderOutcome}
 * @param sumMsToCode over all codes that arrived in time
 * @param msToCode a histogram of the same, see {@link Latencies}
 * @param updatedAt null while nothing was counted
 */
public record CountryTally(
        int version,
        Map<String, Long> orders,
        long spendIdr,
        long sumMsToCode,
        String msToCode,
        @Nullable Instant updatedAt) {

    private static final int VERSION = 1;
    private static final double MS_PER_SECOND = 1000;

    /** Nothing counted yet. */
    public static CountryTally empty() {
        return new CountryTally(VERSION, Map.of(), 0, 0, "", null);
    }

    /** With one order more. */
    public CountryTally plus(OrderFact fact) {
        Map<String, Long> counts = new TreeMap<>(orders);
        counts.merge(fact.outcome().word(), 1L, Long::sum);
        Instant latest = updatedAt == null || fact.at().isAfter(updatedAt) ? fact.at() : updatedAt;
        Long ms = fact.msToCode();
        return new CountryTally(
                VERSION,
                counts,
                spendIdr + fact.spentIdr(),
                sumMsToCode + (ms == null ? 0 : ms),
                ms == null ? msToCode : Latencies.decode(msToCode).plus(ms).encode(),
                latest);
    }

    /**
     * As users read it.
     *
     * @param isoCode of the country; null where it isn't known
     */
    public SuccessRates toRates(int countryId, @Nullable String isoCode) {
        long codes = count(OrderOutcome.COMPLETED);
        long ended = orders.entrySet().stream()
                .filter(entry -> hadANumber(entry.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
        Latencies latencies = Latencies.decode(msToCode);
        SuccessRatesBuilder rates = SuccessRates.of(countryId, updatedAt == null ? Instant.EPOCH : updatedAt)
                .countryCode(isoCode)
                .orders(orders)
                .codes(codes)
                .money(spendIdr, 0, null)
                .secondsToCode(
                        codes == 0 ? null : sumMsToCode / MS_PER_SECOND / codes,
                        codes == 0 ? null : latencies.percentile(50) / MS_PER_SECOND,
                        codes == 0 ? null : latencies.percentile(95) / MS_PER_SECOND);
        return (ended == 0 ? rates : rates.successRate((double) codes / ended, 0, 1)).build();
    }

    private long count(OrderOutcome outcome) {
        return orders.getOrDefault(outcome.word(), 0L);
    }

    /** What was refused for want of stock, or may never have been placed, says nothing of the numbers of a country. */
    private static boolean hadANumber(String outcome) {
        return !outcome.equals(OrderOutcome.NO_STOCK.word()) && !outcome.equals(OrderOutcome.IN_DOUBT.word());
    }
}
