package io.otpstream.simulator.vendor;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Countries, platforms and ordinary prices; they never change. The guide gives Indonesia the id 6; the other ids are
 * ours, and the same in both dialects.
 *
 * <p>Numbers come from ranges that regulators set aside for fiction (555-01XX in North America, 07700 900 in the United
 * Kingdom, 06 39 98 in France, 020 91 in Ireland) or, where we know of none, from ranges in which we know no mobile
 * operator.
 */
final class Catalogue {

    /** Behave as the arrival curve says. */
    private static final List<Platform> ORDINARY = List.of(
            new Platform(1, "whatsapp", "WhatsApp", 0),
            new Platform(2, "telegram", "Telegram", 1_000),
            new Platform(3, "google", "Google", 2_000),
            new Platform(4, "instagram", "Instagram", 3_000),
            new Platform(5, "facebook", "Facebook", 5_000));

    private final Map<Integer, Country> countries = new LinkedHashMap<>();

    private final List<Platform> platforms;

    /** @param dialect decides which forced outcomes there are */
    Catalogue(Dialect dialect) {
        platforms = Stream.concat(ORDINARY.stream(), ForcedOutcome.of(dialect).map(Platform::of))
                .toList();
        add(new Country(1, "US", "United States", "+1", unitedStates(), 12_000));
        add(new Country(2, "GB", "United Kingdom", "+44", NumberPlan.of("+447700900", 3), 9_000));
        add(new Country(3, "FR", "France", "+33", NumberPlan.of("+3363998", 4), 11_000));
        add(new Country(4, "IE", "Ireland", "+353", NumberPlan.of("+3532091", 5), 14_000));
        add(new Country(5, "CA", "Canada", "+1", canada(), 10_000));
        add(new Country(6, "ID", "Indonesia", "+62", NumberPlan.of("+62840", 7), 3_000));
        add(new Country(8, "IN", "India", "+91", NumberPlan.of("+9150000", 5), 4_000));
        add(new Country(9, "BR", "Brazil", "+55", NumberPlan.of("+55119000", 5), 5_000));
        add(new Country(Country.WITHOUT_STOCK, "AQ", "Antarctica", "+672", NumberPlan.of("+67219", 4), 2_000));
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

    List<Platform> platforms() {
        return platforms;
    }

    /** @throws RefusedException when there is none with this id */
    Platform platform(int platformId) {
        return platforms.stream()
                .filter(platform -> platform.id() == platformId)
                .findFirst()
                .orElseThrow(() -> RefusedException.invalid("platform_id", "platform_id: no platform has this id"));
    }

    List<Product> products(Country country) {
        return platforms.stream().map(platform -> product(country, platform)).toList();
    }

    /** Every product of every country. */
    Stream<Product> products() {
        return countries.values().stream().flatMap(country -> products(country).stream());
    }

    /** @throws RefusedException when there is no such country or platform */
    Product product(int countryId, int platformId) {
        return product(country(countryId), platform(platformId));
    }

    private static Product product(Country country, Platform platform) {
        return new Product(country.id(), platform.id(), country.basePriceIdr() + platform.surchargeIdr());
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
