package io.otpstream.streams.rates;

import io.otpstream.contract.OrderOutcome;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.SuccessRatesBuilder;
import io.otpstream.domain.rates.Estimate;
import io.otpstream.domain.rates.Observation;
import io.otpstream.domain.rates.Observations;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How some orders went, as a store holds it.
 *
 * @param version of this format
 * @param orders how many ended how, by the words of {@link OrderOutcome}
 * @param open how many have not ended
 * @param observations what those that ended show of how likely a code is
 * @param sumMsToCode over all codes that arrived in time
 * @param msToCode a histogram of the same, see {@link Latencies}
 * @param updatedAt of the latest fact; null while there was none
 */
record Tally(
        int version,
        Map<String, Long> orders,
        long open,
        ObservationsRow observations,
        long spendIdr,
        long refundsIdr,
        Prices prices,
        long sumMsToCode,
        String msToCode,
        @Nullable Instant updatedAt)
        implements Counted<Tally> {

    private static final int VERSION = 1;
    private static final double MS_PER_SECOND = 1000;

    Tally {
        orders = Collections.unmodifiableMap(new TreeMap<>(orders));
    }

    /** Nothing counted yet. */
    static Tally empty() {
        ObservationsRow nothing = ObservationsRow.of(Observations.none());
        return new Tally(VERSION, Map.of(), 0, nothing, 0, 0, Prices.NONE, 0, "", null);
    }

    @Override
    public Tally plus(OrderFact fact) {
        return with(fact, 1);
    }

    @Override
    public Tally minus(OrderFact fact) {
        return with(fact, -1);
    }

    private Tally with(OrderFact fact, int sign) {
        Long ms = fact.msToCode();
        boolean paid = fact.spentIdr() + fact.refundedIdr() > 0;
        return new Tally(
                VERSION,
                counts(fact.outcome(), sign),
                open + (fact.isOpen() ? sign : 0),
                observations(fact.observation(), sign),
                spendIdr + sign * fact.spentIdr(),
                refundsIdr + sign * fact.refundedIdr(),
                paid ? prices.with(fact.priceFrom(), sign) : prices,
                sumMsToCode + (ms == null ? 0 : sign * ms),
                ms == null
                        ? msToCode
                        : Latencies.decode(msToCode).plus(ms, sign).encode(),
                updatedAt == null || fact.at().isAfter(updatedAt) ? fact.at() : updatedAt);
    }

    private Map<String, Long> counts(@Nullable OrderOutcome outcome, int sign) {
        if (outcome == null) {
            return orders;
        }
        Map<String, Long> counts = new TreeMap<>(orders);
        counts.merge(outcome.word(), (long) sign, (before, more) -> before + more == 0 ? null : before + more);
        return counts;
    }

    private ObservationsRow observations(@Nullable Observation observation, int sign) {
        return observation == null
                ? observations
                : ObservationsRow.of(observations.toDomain().plus(observation, sign));
    }

    /** How likely a code is; null while nothing is known. */
    @Nullable
    Estimate estimate() {
        return observations.toDomain().estimate();
    }

    /** As users read it, as far as it is in here. */
    SuccessRatesBuilder rates(int countryId) {
        long codes = count(OrderOutcome.COMPLETED);
        boolean timed = codes > 0;
        Latencies latencies = Latencies.decode(msToCode);
        SuccessRatesBuilder rates = SuccessRates.of(countryId, updatedAt == null ? Instant.EPOCH : updatedAt)
                .orders(orders)
                .open(open)
                .codes(codes)
                .money(spendIdr, refundsIdr, prices.from())
                .secondsToCode(
                        timed ? (double) sumMsToCode / codes / MS_PER_SECOND : null,
                        timed ? latencies.percentile(50) / MS_PER_SECOND : null,
                        timed ? latencies.percentile(95) / MS_PER_SECOND : null)
                .noStockRate(noStockRate());
        Estimate estimate = estimate();
        return estimate == null ? rates : rates.successRate(estimate.rate(), estimate.low(), estimate.high());
    }

    private @Nullable Double noStockRate() {
        long refused = count(OrderOutcome.NO_STOCK);
        long ended = orders.values().stream().mapToLong(Long::longValue).sum();
        long tried = ended - count(OrderOutcome.IN_DOUBT) + open;
        return tried == 0 ? null : (double) refused / tried;
    }

    private long count(OrderOutcome outcome) {
        return orders.getOrDefault(outcome.word(), 0L);
    }
}
