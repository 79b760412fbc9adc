package io.otpstream.streams.rates;

import io.otpstream.contract.SuccessRatesBuilder;
import io.otpstream.domain.rates.Estimate;
import io.otpstream.domain.rates.Observation;
import io.otpstream.domain.rates.RecentObservations;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A {@link Tally} over all time with what the orders of late show, as a store holds it.
 *
 * @param version of this format
 * @param recent weights at that time
 * @param recentAt null while no order has ended
 * @param lowSince since when the rate is low, as was said in an alert; null while it isn't
 */
record RateRow(
        int version,
        Tally tally,
        ObservationsRow recent,
        @Nullable Instant recentAt,
        @Nullable Instant lowSince) implements Counted<RateRow> {

    private static final int VERSION = 1;

    static RateRow empty() {
        Tally none = Tally.empty();
        return new RateRow(VERSION, none, none.observations(), null, null);
    }

    @Override
    public RateRow plus(OrderFact fact) {
        Observation order = fact.observation();
        return with(
                tally.plus(fact),
                order == null ? recentOrders() : recentOrders().plus(order, fact.at()));
    }

    @Override
    public RateRow minus(OrderFact fact) {
        Observation order = fact.observation();
        return with(
                tally.minus(fact),
                order == null ? recentOrders() : recentOrders().minus(order, fact.at()));
    }

    RateRow lowSince(@Nullable Instant since) {
        return new RateRow(VERSION, tally, recent, recentAt, since);
    }

    /** How likely a code was of late; null while nothing is known. */
    @Nullable
    Estimate recentEstimate() {
        return recent.toDomain().estimate();
    }

    /** As users read it. */
    SuccessRatesBuilder rates(int countryId) {
        SuccessRatesBuilder rates = tally.rates(countryId);
        Estimate estimate = recentEstimate();
        return estimate == null ? rates : rates.recent(estimate.rate(), estimate.orders());
    }

    private RecentObservations recentOrders() {
        return new RecentObservations(recent.toDomain(), recentAt);
    }

    private RateRow with(Tally counted, RecentObservations of) {
        return new RateRow(VERSION, counted, ObservationsRow.of(of.observations()), of.at(), lowSince);
    }
}
