package io.otpstream.streams.calls;

import io.otpstream.domain.api.Country;
import io.otpstream.domain.lifecycle.Offer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor's catalogue as a stream thread reads it. Nothing blocks. Safe for use by several threads. */
public interface Catalogue {

    /**
     * What is on offer for a platform; a country without a row has nothing on offer.
     *
     * @return empty while a country's rows are being fetched: ask again soon
     */
    Optional<List<Offer>> offers(int platformId, List<Integer> countryIds);

    /** ISO 3166-1 alpha-2 of a country; null where it isn't known, or not yet. */
    @Nullable
    String isoCode(int countryId);

    /** The countries that are known so far; asks for them if nobody has yet. */
    List<Country> countries();
}
