package io.otpstream.streams.choice;

import io.otpstream.domain.choice.CountryChooser;
import io.otpstream.domain.choice.TrackRecords;
import io.otpstream.domain.lifecycle.History;
import io.otpstream.domain.lifecycle.Offer;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * In which order a request's countries are tried, with what is known now. Safe for use by several threads.
 *
 * @param known by now
 * @param random safe for use by as many threads as the plan
 */
public record CountryPlan(CountryChooser chooser, Supplier<TrackRecords> known, RandomGenerator random) {

    /** The offers, the one to be tried first at the beginning. */
    public List<Offer> inOrder(History history, List<Offer> offers, Instant now) {
        return chooser.inOrder(history, offers, known.get(), now, random);
    }
}
