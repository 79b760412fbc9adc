package io.otpstream.simulator.vendor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Countries, platforms and ordinary prices; they never change. The guide gives Indonesia the id 6; the other ids are ours.
 *
 * <p>Numbers come from ranges that regulators set aside for fiction (555-01XX in North America, 07700 900 in the United
 * Kingdom, 06 39 98 in France, 020 91 in Ireland) or, where we know of none, from ranges in which we know no mobile
 * operator.
 */
final class Catalogue {

    /** The platforms 1 to 5, which behave as the arrival curve says; the price over a country's base price. */
    private static final Map<Integer, Long> PLATFORM_SURCHARGES_IDR =
            Map.of(1, 0L, 2, 1_000L, 3, 2_000L, 4, 3_000L, 5, 5_000L);

    private final Map<Integer, Country> countries = new LinkedHashMap<>();

    Catalogue() {
        add(new Country(1, "US", "United States", unitedStates(), 12_000));
        add(new Country(2, "GB", "United Kingdom", NumberPlan.of("+447700900", 3), 9_000));
        add(new Country(3, "FR", "France", NumberPlan.of("+3363998", 4), 11_000));
        add(new Country(4, "IE", "Ireland", NumberPlan.of("+3532091", 5), 14_000));
        add(new Country(5, "CA", "Canada", canada(), 10_000));
        add(new Country(6, "ID", "Indonesia", NumberPlan.of("+62840", 7), 3_000));
        add(new Country(8, "IN", "India", NumberPlan.of("+9150000", 5), 4_000));
        add(new Country(9, "BR", "Brazil", NumberPlan.of("+55119000", 5), 5_000));
        add(new Country(Country.WITHOUT_STOCK, "AQ", "Antarctica", NumberPlan.of("+67219", 4), 2_000));
    }

    Collection<Country> countries() {
        return countries.values();
    }

    /** @throws RefusedException when there is none with this id */
    Country country(int countryId) {
        Country country = countries.get(countryId);
        if (country == null) {
            throw RefusedException.invalid("country_id", "country_id: no country has this id");
        }
        return country;
    }

    List<Product> products(Country country) {
        return platformIds().mapToObj(id -> product(country, id)).toList();
    }

    /** @throws RefusedException when there is no such country or platform */
    Product product(int countryId, int platformId) {
        Country country = country(countryId);
        if (platformIds().noneMatch(id -> id == platformId)) {
            throw RefusedException.invalid("platform_id", "platform_id: no platform has this id");
        }
        return product(country, platformId);
    }

    private static Product product(Country country, int platformId) {
        long surcharge = PLATFORM_SURCHARGES_IDR.getOrDefault(platformId, 0L);
        return new Product(country.id(), platformId, country.basePriceIdr() + surcharge);
    }

    private static IntStream platformIds() {
        return IntStream.concat(
                PLATFORM_SURCHARGES_IDR.keySet().stream()
                        .mapToInt(Integer::intValue)
                        .sorted(),
                Stream.of(ForcedOutcome.values()).mapToInt(ForcedOutcome::platformId));
    }

    private void add(Country country) {
        countries.put(country.id(), country);
    }

    private static NumberPlan unitedStates() {
        return NumberPlan.fictional555(
                "201", "202", "203", "205", "206", "207", "208", "209", "210", "212", "213", "214", "215", "216", "217",
                "218", "219", "224", "225", "228", "229", "231", "234", "239", "240", "248", "251", "252", "253",
                "254");
    }

    private static NumberPlan canada() {
        return NumberPlan.fictional555(
                "204", "226", "236", "249", "250", "289", "306", "343", "365", "403", "416", "418", "431", "437", "438",
                "450", "506", "514", "519", "548");
    }
}
