package io.otpstream.streams.rates;

import io.otpstream.domain.rates.Observations;
import java.util.List;

/**
 * {@link Observations} as a store holds them.
 *
 * @param codes orders whose code came at an age of each bin
 * @param givenUp orders that were given up at an age of each bin
 * @param failures orders that failed
 */
record ObservationsRow(List<Double> codes, List<Double> givenUp, double failures) {

    ObservationsRow {
        codes = List.copyOf(codes);
        givenUp = List.copyOf(givenUp);
    }

    static ObservationsRow of(Observations observations) {
        return new ObservationsRow(observations.codes(), observations.givenUp(), observations.failures());
    }

    Observations toDomain() {
        return Observations.of(codes, givenUp, failures);
    }
}
