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
 * @param breakers where nothing is bought for the moment
 * @param random safe for use by as many threads as the plan
 */
public record CountryPlan(
        CountryChooser chooser, Supplier<TrackRecords> known, Breakers breakers, RandomGenerator random) {

    /** A plan that buys everywhere. */
    public CountryPlan(CountryChooser chooser, Supplier<TrackRecords> known, RandomGenerator random) {
        this(chooser, known, Breakers.none(), random);
    }

    /** The offers, the one to be tried first at the beginning; barred where nothing is to be bought now. */
    public List<Offer> inOrder(History history, List<Offer> offers, Instant now) {
        int platformId = history.request().platformId();
        return chooser.inOrder(history, breakers.bar(platformId, offers, now), known.get(), now, random);
    }

    /** An order is being placed. */
    public void placed(int countryId, int platformId, Instant now) {
        breakers.placed(countryId, platformId, now);
    }
}
