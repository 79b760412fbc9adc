package io.otpstream.domain.lifecycle;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a request asks for: as the API knows it, or as its requester calls it. */
public sealed interface Wanted {

    /**
     * The API's own ids, with which numbers can be ordered.
     *
     * @param countryIds in order of preference, never empty, all different
     * @param operatorId of the only mobile operator that will do; null for any
     */
    record Ids(
            int platformId,
            List<Integer> countryIds,
            @Nullable Integer operatorId) implements Wanted {

        public Ids {
            countryIds = List.copyOf(countryIds);
        }
    }

    /**
     * Words that have to be looked up in the API's catalogue first; in each place, digits are an id.
     *
     * @param platform code or name
     * @param countries ISO 3166-1 alpha-2 codes in order of preference, never empty
     * @param operator code of the only mobile operator that will do; null for any
     */
    record Codes(
            String platform,
            List<String> countries,
            @Nullable String operator) implements Wanted {

        public Codes {
            countries = List.copyOf(countries);
        }
    }
}
