package io.otpstream.dashboard.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.otpstream.contract.SuccessRates;
import io.otpstream.dashboard.http.ApiJson;
import io.otpstream.dashboard.ports.Budget;
import io.otpstream.dashboard.ports.Surroundings;
import io.otpstream.dashboard.tables.Alerts;
import io.otpstream.dashboard.tables.LastHour;
import io.otpstream.dashboard.tables.Tables;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Everything that is shown, as it is when it is asked for. Safe for use by several threads. */
public final class Views {

    private final Supplier<Tables> tables;
    private final BooleanSupplier current;
    private final Surroundings surroundings;
    private final InstantSource clock;

    /**
     * Views of tables that somebody else keeps up to date.
     *
     * @param tables as far as they were read
     * @param current whether they are complete, and the brokers answer
     */
    public Views(Supplier<Tables> tables, BooleanSupplier current, Surroundings surroundings, InstantSource clock) {
        this.tables = tables;
        this.current = current;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** What countries are called. */
    public Collection<CountryName> countries() {
        return names().all();
    }

    /** How orders went, by country. */
    public List<ObjectNode> rates() {
        return rates(tables().countries());
    }

    /** A country and how orders went there, in all and by platform; nothing for one that nobody knows. */
    public Optional<ObjectNode> rates(int countryId) {
        RateRows rows = rows();
        return names().find(countryId).map(name -> {
            ObjectNode answer = ApiJson.empty();
            answer.set("country", ApiJson.object(name));
            tables().country(countryId).ifPresent(rates -> answer.set("rates", rows.row(rates)));
            answer.putArray("platforms")
                    .addAll(tables().platforms(countryId).stream()
                            .map(rows::row)
                            .toList());
            return answer;
        });
    }

    /** How orders went in hours from the first instant to before the second, by hour and country. */
    public List<ObjectNode> hours(Instant from, Instant to) {
        RateRows rows = rows();
        return tables().hours(from, to).stream().map(rows::row).toList();
    }

    /** Whether there is such a country, as far as is known. */
    public boolean knows(int countryId) {
        return names().find(countryId).isPresent();
    }

    /** What happens to orders. */
    public OrdersSummary orders() {
        LastHour hour = tables().lastHour();
        return new OrdersSummary(
                hour.open(),
                budget().map(budget -> budget.waitingInteractive() + budget.waitingBatch())
                        .orElse(null),
                hour.all(),
                hour.minutes(),
                surroundings.speed());
    }

    /** How the requests that the token allows are used; nothing while it isn't known. */
    public Optional<Budget> budget() {
        return surroundings.budget().budget();
    }

    /** What a person should look at. */
    public Alerts alerts() {
        return tables().alerts();
    }

    /** Whether requests are served and what is shown is how it is. */
    public Readiness readiness() {
        return new Readiness(surroundings.pipeline().isServing(), current.getAsBoolean());
    }

    /** All that the page shows. */
    public ObjectNode snapshot() {
        // Read once, or a record between two looks would show one number of codes here and another there.
        List<SuccessRates> countries = tables().countries();
        ObjectNode all = ApiJson.empty();
        all.put("speed", surroundings.speed());
        all.set("readiness", ApiJson.object(readiness()));
        all.putArray("rates").addAll(rates(countries));
        all.set("orders", ApiJson.object(orders()));
        budget().ifPresent(budget -> all.set("budget", ApiJson.object(budget)));
        all.set("money", ApiJson.object(Money.of(tables(), countries, clock.instant())));
        all.set("alerts", ApiJson.object(alerts()));
        return all;
    }

    private List<ObjectNode> rates(List<SuccessRates> countries) {
        RateRows rows = rows();
        return countries.stream().map(rows::row).toList();
    }

    private Tables tables() {
        return tables.get();
    }

    private CountryNames names() {
        return CountryNames.of(surroundings.countries(), tables());
    }

    private RateRows rows() {
        return new RateRows(names(), surroundings.speed());
    }
}
