package io.otpstream.app.rates;

import io.otpstream.contract.SuccessRates;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** By what orders are counted together. */
public enum RateView {
    /** All of a country, the countries with the most orders first. */
    COUNTRY,
    /** Those of a country for one platform, the pairs with the most orders first. */
    PLATFORM,
    /** Those of a country that were placed within an hour, the latest hour last. */
    HOUR;

    private static final Comparator<SuccessRates> MOST_ORDERS =
            Comparator.comparingLong(SuccessRates::ended).reversed();

    /** How users write it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Where its rows are. */
    public Topic<String, SuccessRates> topic() {
        return switch (this) {
            case COUNTRY -> Topics.SUCCESS_RATES;
            case PLATFORM -> Topics.SUCCESS_RATES_BY_PLATFORM;
            case HOUR -> Topics.SUCCESS_RATES_BY_HOUR;
        };
    }

    /** Of the columns that tell rows apart; one that begins with {@code >} has its cells at the right. */
    List<String> headings() {
        return switch (this) {
            case COUNTRY -> List.of(">COUNTRY", "ISO");
            case PLATFORM -> List.of(">COUNTRY", "ISO", ">PLATFORM");
            case HOUR -> List.of(">COUNTRY", "ISO", "HOUR");
        };
    }

    /** What is in those columns. */
    List<String> cells(SuccessRates rates) {
        String country = Integer.toString(rates.countryId());
        String iso = rates.countryCode() == null ? RatesTable.UNKNOWN : rates.countryCode();
        return switch (this) {
            case COUNTRY -> List.of(country, iso);
            case PLATFORM -> List.of(country, iso, String.valueOf(rates.platformId()));
            case HOUR -> List.of(country, iso, String.valueOf(rates.hour()));
        };
    }

    Comparator<SuccessRates> order() {
        Comparator<SuccessRates> first =
                switch (this) {
                    case COUNTRY -> MOST_ORDERS;
                    case PLATFORM ->
                        MOST_ORDERS.thenComparing(
                                SuccessRates::platformId, Comparator.nullsFirst(Comparator.naturalOrder()));
                    case HOUR ->
                        Comparator.comparing(SuccessRates::hour, Comparator.nullsFirst(Comparator.naturalOrder()));
                };
        return first.thenComparingInt(SuccessRates::countryId);
    }
}
