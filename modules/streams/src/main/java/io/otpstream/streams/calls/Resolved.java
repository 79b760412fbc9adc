package io.otpstream.streams.calls;

import java.util.List;

/** What a platform and countries that were named mean in the API's ids. */
public sealed interface Resolved {

    /** The catalogue is being fetched: ask again soon. */
    record Fetching() implements Resolved {}

    /**
     * All are known.
     *
     * @param countryIds in the order in which they were named, each once
     */
    record Found(int platformId, List<Integer> countryIds) implements Resolved {
        public Found {
            countryIds = List.copyOf(countryIds);
        }
    }

    /**
     * One is not.
     *
     * @param what which of the two it is
     * @param value as it was named
     * @param reason for people, a sentence
     */
    record Unknown(What what, String value, String reason) implements Resolved {}

    /** What can be named. */
    enum What {
        PLATFORM,
        COUNTRY
    }
}
