package io.otpstream.streams.calls;

import io.otpstream.domain.api.Country;
import io.otpstream.domain.api.Operator;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.domain.lifecycle.Wanted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vendor's catalogue as a stream thread reads it. Nothing blocks. Safe for use by several threads. */
public interface Catalogue {

    /**
     * What is on offer of what is wanted; a country without a row has nothing on offer.
     *
     * @return empty while a country's rows are being fetched: ask again soon
     */
    Optional<List<Offer>> offers(Wanted.Ids wanted);

    /**
     * The ids of what a request names. Digits are ids already, whether the API knows them or not. A country is named by
     * its ISO 3166-1 alpha-2 code, a platform by the API's own code or name for it, in any case; the guide's API has no
     * names for platforms.
     */
    Resolved resolve(String platform, List<String> countries);

    /**
     * The operators of a country that have numbers for a platform; none in the guide's dialect.
     *
     * @return empty while they are being fetched: ask again soon
     */
    Optional<List<Operator>> operators(int countryId, int platformId);

    /** ISO 3166-1 alpha-2 of a country; null where it isn't known, or not yet. */
    @Nullable
    String isoCode(int countryId);

    /** The countries that are known so far; asks for them if nobody has yet. */
    List<Country> countries();
}
