package io.otpstream.dashboard.ports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what the vendor's countries are called. Safe for use by several threads. */
@FunctionalInterface
public interface CountryPort {

    /** All that are known so far, without waiting for anything. */
    List<NamedCountry> countries();

    /**
     * A country of the catalogue.
     *
     * @param id the vendor's own
     * @param name for people; null where the vendor doesn't give it
     * @param isoCode ISO 3166-1 alpha-2, upper case; null where the vendor doesn't give it
     */
    record NamedCountry(
            int id, @Nullable String name, @Nullable String isoCode) {}
}
