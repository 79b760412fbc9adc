package io.otpstream.dashboard.tables;

import io.otpstream.contract.Alert;
import io.otpstream.contract.BalanceStatement;
import io.otpstream.contract.Costs;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What is on the topics, as tables. Written by one thread, read by any: each answer is a copy as of when it was asked for.
 */
public final class Tables {

    private final KeyedTable<SuccessRates> countries = new KeyedTable<>(Topics.SUCCESS_RATES);
    private final KeyedTable<SuccessRates> platforms = new KeyedTable<>(Topics.SUCCESS_RATES_BY_PLATFORM);
    private final KeyedTable<SuccessRates> hours = new KeyedTable<>(Topics.SUCCESS_RATES_BY_HOUR);
    private final KeyedTable<Costs> costs = new KeyedTable<>(Topics.COSTS);
    private final KeyedTable<BalanceStatement> statements = new KeyedTable<>(Topics.BALANCE_STATEMENTS);
    private final AlertBook alerts = new AlertBook();
    private final OrderLog orders;
    private final InstantSource clock;

    private final Map<String, BiConsumer<String, byte @Nullable []>> readers = Map.of(
            Topics.SUCCESS_RATES.name(), countries::accept,
            Topics.SUCCESS_RATES_BY_PLATFORM.name(), platforms::accept,
            Topics.SUCCESS_RATES_BY_HOUR.name(), hours::accept,
            Topics.COSTS.name(), costs::accept,
            Topics.BALANCE_STATEMENTS.name(), statements::accept,
            Topics.ALERTS.name(), this::alert,
            Topics.ORDERS.name(), this::order);

    /**
     * Empty tables.
     *
     * @param speed how much faster than real the API's world runs
     */
    public Tables(double speed, InstantSource clock) {
        this.orders = new OrderLog(speed);
        this.clock = clock;
    }

    /** How orders went, by country. */
    public List<SuccessRates> countries() {
        return countries.values().stream()
                .sorted(Comparator.comparingInt(SuccessRates::countryId))
                .toList();
    }

    /** How orders went in one country. */
    public Optional<SuccessRates> country(int countryId) {
        return countries.row(Integer.toString(countryId));
    }

    /** How orders went in one country, by platform. */
    public List<SuccessRates> platforms(int countryId) {
        return platforms.values().stream()
                .filter(rates -> rates.countryId() == countryId)
                .toList();
    }

    /** How orders went that were placed in the hours from the first instant to before the second, by hour. */
    public List<SuccessRates> hours(Instant from, Instant to) {
        return hours.values().stream()
                .filter(rates -> isWithin(rates.hour(), from, to))
                .sorted(Comparator.comparing(SuccessRates::hour, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .thenComparingInt(SuccessRates::countryId))
                .toList();
    }

    /** Where money went; as many rows as there are hours, countries, platforms, tenants and labels. */
    public List<Costs> costs() {
        return costs.values();
    }

    /** What became of the balance, by hour. */
    public List<BalanceStatement> statements() {
        return statements.values().stream()
                .sorted(Comparator.comparing(BalanceStatement::hour))
                .toList();
    }

    /** What a person should look at. */
    public Alerts alerts() {
        return alerts.read();
    }

    /** What happened to orders within the last hour of the API's world. */
    public LastHour lastHour() {
        return orders.read(clock.instant());
    }

    /** Takes a record of a topic; of any other than it knows, nothing. */
    void accept(String topic, @Nullable String key, byte @Nullable [] value) {
        BiConsumer<String, byte @Nullable []> reader = readers.get(topic);
        if (reader != null && key != null) {
            reader.accept(key, value);
        }
    }

    /** How far back orders have to be read. */
    Duration orderSpan() {
        return orders.span();
    }

    private void alert(String key, byte @Nullable [] value) {
        if (value != null) {
            KeyedTable.read(Topics.ALERTS, value).ifPresent((Alert alert) -> alerts.accept(alert));
        }
    }

    private void order(String key, byte @Nullable [] value) {
        if (value != null) {
            KeyedTable.read(Topics.ORDERS, value)
                    .ifPresent((OrderEvent event) -> orders.accept(event, clock.instant()));
        }
    }

    private static boolean isWithin(@Nullable Instant hour, Instant from, Instant to) {
        return hour != null && !hour.isBefore(from) && hour.isBefore(to);
    }
}
