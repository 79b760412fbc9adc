package io.otpstream.dashboard.view;

import io.otpstream.contract.SuccessRates;
import io.otpstream.dashboard.ports.CountryPort;
import io.otpstream.dashboard.ports.CountryPort.NamedCountry;
import io.otpstream.dashboard.tables.Tables;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What countries are called: as the vendor does, or as the JDK calls the one with this ISO code. */
final class CountryNames {

    private final Map<Integer, CountryName> names = new TreeMap<>();

    /** Those of the catalogue, and all that orders were placed in. */
    static CountryNames of(CountryPort catalogue, Tables tables) {
        CountryNames names = new CountryNames();
        tables.countries().forEach(names::seen);
        catalogue.countries().forEach(names::listed);
        return names;
    }

    Collection<CountryName> all() {
        return List.copyOf(names.values());
    }

    Optional<CountryName> find(int countryId) {
        return Optional.ofNullable(names.get(countryId));
    }

    /** For one that nobody knows, too. */
    CountryName get(int countryId) {
        return find(countryId).orElseGet(() -> name(countryId, null, null));
    }

    private void seen(SuccessRates rates) {
        names.put(rates.countryId(), name(rates.countryId(), null, rates.countryCode()));
    }

    private void listed(NamedCountry country) {
        CountryName known = names.get(country.id());
        String iso = country.isoCode() == null && known != null ? known.isoCode() : country.isoCode();
        names.put(country.id(), name(country.id(), country.name(), iso));
    }

    private static CountryName name(int id, @Nullable String name, @Nullable String isoCode) {
        String iso = isoCode != null && isoCode.matches("[A-Za-z]{2}") ? isoCode.toUpperCase(Locale.ROOT) : null;
        String shown = name != null ? name : iso != null ? english(iso) : "Country " + id;
        return new CountryName(id, shown, iso, iso == null ? null : flag(iso));
    }

    private static String english(String iso) {
        return Locale.of("", iso).getDisplayCountry(Locale.ENGLISH);
    }

    /** Two regional indicator symbols, which make a flag. */
    private static String flag(String iso) {
        return iso.chars()
                .map(letter -> 0x1F1E6 + letter - 'A')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
