package io.otpstream.streams.arrivals;

import io.otpstream.domain.looks.Arrival;
import io.otpstream.domain.looks.ArrivalTally;
import org.apache.kafka.common.serialization.Serde;

/** The topic from which every instance reads when codes arrive, and what leads there. */
public final class CurveTopic {

    /** Internal: its records may change with any version. */
    public static final String NAME = "otpstream.arrival-curves";

    /** The key of all orders together. */
    public static final String OVERALL = "all";

    private static final char SEPARATOR = '/';

    private CurveTopic() {}

    /** The key of the orders of one country and platform. */
    public static String key(int countryId, int platformId) {
        return Integer.toString(countryId) + SEPARATOR + platformId;
    }

    /** What a key's orders show. One that can't be read is null. */
    public static Serde<ArrivalTally> tallies() {
        return new ForgivingSerde<>(ArrivalTallyRow.class, ArrivalTallyRow::of, ArrivalTallyRow::tally);
    }

    /** What one order shows. One that can't be read is null. */
    public static Serde<Arrival> arrivals() {
        return new ForgivingSerde<>(ArrivalRow.class, ArrivalRow::of, ArrivalRow::arrival);
    }
}
