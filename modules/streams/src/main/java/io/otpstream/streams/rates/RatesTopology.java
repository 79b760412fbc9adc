package io.otpstream.streams.rates;

import io.otpstream.contract.JsonSerde;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.Topics;
import io.otpstream.domain.rates.RateWatch;
import io.otpstream.streams.calls.Catalogue;
import io.otpstream.streams.money.Movement;
import io.otpstream.streams.steps.Branches;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * From the events of orders to the tables of success rates and costs.
 *
 * <p>Everything that is counted of an order belongs to its country, so one step behind a repartition by country keeps the
 * account of each order and all tables that it counts in, in one transaction: they always agree.
 *
 * @param rules as what an order's event counts
 * @param watch tells which countries do badly
 * @param catalogue may be used by several threads
 */
public record RatesTopology(OutcomeRules rules, RateWatch watch, Catalogue catalogue) {

    /** Adds the step and its topics, and returns what moves money: by country id as decimal text. */
    public KStream<String, Movement> addTo(KStream<String, OrderEvent> orders) {
        KStream<String, Change> changes = orders.flatMap((id, event) -> facts(event), Named.as("to-order-fact"))
                .repartition(Repartitioned.with(Serdes.String(), JsonSerde.of(OrderFact.class))
                        .withName("order-facts-by-country"))
                .process(new Keepers(), Named.as("order-accounts"));
        Branches.write(
                route(changes, Change.OfCountry.class, "success-rates")
                        .mapValues(Change.OfCountry::rates, Named.as("to-success-rates")),
                Topics.SUCCESS_RATES);
        Branches.write(
                route(changes, Change.OfPlatform.class, "success-rates-by-platform")
                        .mapValues(Change.OfPlatform::rates, Named.as("to-success-rates-by-platform")),
                Topics.SUCCESS_RATES_BY_PLATFORM);
        Branches.write(
                route(changes, Change.OfHour.class, "success-rates-by-hour")
                        .mapValues(Change.OfHour::rates, Named.as("to-success-rates-by-hour")),
                Topics.SUCCESS_RATES_BY_HOUR);
        Branches.write(
                route(changes, Change.OfCosts.class, "costs").mapValues(Change.OfCosts::costs, Named.as("to-costs")),
                Topics.COSTS);
        Branches.write(
                route(changes, Change.Told.class, "rate-alerts")
                        .mapValues(Change.Told::alert, Named.as("to-rate-alerts")),
                Topics.ALERTS,
                "rate-alerts-sink");
        return route(changes, Change.OfMoney.class, "movements")
                .mapValues(Change.OfMoney::movement, Named.as("to-movements"));
    }

    private List<KeyValue<String, OrderFact>> facts(OrderEvent event) {
        OrderFact fact = rules.fact(event);
        return fact == null ? List.of() : List.of(KeyValue.pair(Integer.toString(event.countryId()), fact));
    }

    private static <C extends Change> KStream<String, C> route(
            KStream<String, Change> changes, Class<C> kind, String what) {
        return Branches.route(changes, kind, what, what + "-changes");
    }

    /** Makes the step with its stores. */
    private final class Keepers implements ProcessorSupplier<String, OrderFact, String, Change> {

        @Override
        public Processor<String, OrderFact, String, Change> get() {
            return new AccountKeeper(catalogue, watch);
        }

        @Override
        public Set<StoreBuilder<?>> stores() {
            return RateStores.all();
        }
    }
}
