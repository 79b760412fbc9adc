package io.otpstream.contract;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts {@link SuccessRates} together by name, as twenty-two positions are easily confused. For one thread. */
public final class SuccessRatesBuilder {

    private final int countryId;
    private final Instant updatedAt;
    private @Nullable String countryCode;
    private @Nullable Integer platformId;
    private @Nullable Instant hour;
    private Map<String, Long> orders = Map.of();
    private long open;
    private @Nullable Double successRate;
    private @Nullable Double successRateLow;
    private @Nullable Double successRateHigh;
    private @Nullable Double recentSuccessRate;
    private @Nullable Double recentOrders;
    private long codes;
    private long spendIdr;
    private long refundsIdr;
    private @Nullable PriceSource amountsFrom;
    private @Nullable Double meanSecondsToCode;
    private @Nullable Double p50SecondsToCode;
    private @Nullable Double p95SecondsToCode;
    private @Nullable Double noStockRate;

    SuccessRatesBuilder(int countryId, Instant updatedAt) {
        this.countryId = countryId;
        this.updatedAt = updatedAt;
    }

    /** ISO 3166-1 alpha-2. */
    public SuccessRatesBuilder countryCode(@Nullable String isoCode) {
        this.countryCode = isoCode;
        return this;
    }

    /** Of this platform alone. */
    public SuccessRatesBuilder platformId(@Nullable Integer id) {
        this.platformId = id;
        return this;
    }

    /** Of orders placed in the hour that starts then. */
    public SuccessRatesBuilder hour(@Nullable Instant start) {
        this.hour = start;
        return this;
    }

    /** By the words of {@link OrderOutcome}. */
    public SuccessRatesBuilder orders(Map<String, Long> counts) {
        this.orders = counts;
        return this;
    }

    /** Orders that have not ended. */
    public SuccessRatesBuilder open(long count) {
        this.open = count;
        return this;
    }

    /** The probability of a code, with its interval. */
    public SuccessRatesBuilder successRate(double rate, double low, double high) {
        this.successRate = rate;
        this.successRateLow = low;
        this.successRateHigh = high;
        return this;
    }

    /** The probability of a code of late, and how many orders it is known from. */
    public SuccessRatesBuilder recent(double rate, double weight) {
        this.recentSuccessRate = rate;
        this.recentOrders = weight;
        return this;
    }

    /** Codes that arrived in time. */
    public SuccessRatesBuilder codes(long count) {
        this.codes = count;
        return this;
    }

    /** Whole rupiah, and where they come from. */
    public SuccessRatesBuilder money(long spend, long refunds, @Nullable PriceSource from) {
        this.spendIdr = spend;
        this.refundsIdr = refunds;
        this.amountsFrom = from;
        return this;
    }

    /** In seconds; null while there is no code. */
    public SuccessRatesBuilder secondsToCode(@Nullable Double mean, @Nullable Double p50, @Nullable Double p95) {
        this.meanSecondsToCode = mean;
        this.p50SecondsToCode = p50;
        this.p95SecondsToCode = p95;
        return this;
    }

    /** Of the orders that were tried. */
    public SuccessRatesBuilder noStockRate(@Nullable Double rate) {
        this.noStockRate = rate;
        return this;
    }

    /** The rates; the cost per code follows from the rest. */
    public SuccessRates build() {
        return new SuccessRates(
                countryId,
                countryCode,
                platformId,
                hour,
                orders,
                open,
                successRate,
                successRateLow,
                successRateHigh,
                recentSuccessRate,
                recentOrders,
                codes,
                spendIdr,
                refundsIdr,
                Money.IDR,
                amountsFrom,
                codes == 0 ? null : Math.round((double) spendIdr / codes),
                meanSecondsToCode,
                p50SecondsToCode,
                p95SecondsToCode,
                noStockRate,
                updatedAt);
    }
}
