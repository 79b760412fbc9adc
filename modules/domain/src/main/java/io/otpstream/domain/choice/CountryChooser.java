package io.otpstream.domain.choice;

import io.otpstream.domain.lifecycle.History;
import io.otpstream.domain.lifecycle.Offer;
import io.otpstream.domain.lifecycle.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * In which order a request's countries are tried. A pure function: the same arguments and random numbers give the same
 * order. Safe for use by several threads.
 *
 * <p>{@code BEST} is Thompson sampling: for each country a probability of a code is drawn from what is believed of it,
 * and the one whose code would then cost least comes first. So a country is tried as often as it may well be the best
 * one, and one of which little is known now and then.
 */
public final class CountryChooser {

    private static final double SECONDS_PER_MINUTE = 60;
    private static final double MS_PER_SECOND = 1000;

    private final double waitIdrPerSecond;

    /**
     * A chooser.
     *
     * @param waitIdrPerMinute what a minute of waiting is worth, in the API's world
     */
    public CountryChooser(double waitIdrPerMinute) {
        this.waitIdrPerSecond = waitIdrPerMinute / SECONDS_PER_MINUTE;
    }

    /** Whether a country can be ordered from; the sooner in this list, the sooner it is tried. */
    private enum Standing {
        OPEN,
        /** The attempt before failed there: tried only if there is no other. */
        JUST_FAILED,
        TOO_DEAR,
        NO_STOCK
    }

    /**
     * The offers of countries that the request lists, the one to be tried first at the beginning.
     *
     * @param history of the request that is to be placed
     * @param offers at most one of a country
     * @param random only used for {@code BEST}
     */
    public List<Offer> inOrder(
            History history, List<Offer> offers, TrackRecords known, Instant now, RandomGenerator random) {
        Request request = history.request();
        List<Offer> listed = offers.stream()
                .filter(offer -> request.countryIds().contains(offer.countryId()))
                .sorted(Comparator.comparingInt(offer -> request.countryIds().indexOf(offer.countryId())))
                .toList();
        return switch (request.choice()) {
            case LISTED -> listed;
            case CHEAPEST -> sorted(listed, history, Comparator.comparingLong(Offer::priceIdr));
            case BEST -> sorted(listed, history, byDrawnCost(listed, request, known, now, random));
        };
    }

    private static List<Offer> sorted(List<Offer> listed, History history, Comparator<Offer> preference) {
        return listed.stream()
                .sorted(Comparator.<Offer, Standing>comparing(offer -> standing(offer, history))
                        .thenComparing(preference))
                .toList();
    }

    private static Standing standing(Offer offer, History history) {
        if (offer.availableCount() <= 0) {
            return Standing.NO_STOCK;
        }
        if (offer.isAbove(history.request().maxPriceIdr())) {
            return Standing.TOO_DEAR;
        }
        Integer failed = history.countryThatFailed();
        return failed != null && failed == offer.countryId() ? Standing.JUST_FAILED : Standing.OPEN;
    }

    /** One draw for each country, so that the comparisons agree with each other. */
    private Comparator<Offer> byDrawnCost(
            List<Offer> listed, Request request, TrackRecords known, Instant now, RandomGenerator random) {
        Map<Integer, Double> costs = new HashMap<>();
        for (Offer offer : listed) {
            Belief belief = known.of(offer.countryId(), request.platformId(), now);
            costs.put(
                    offer.countryId(),
                    belief.costPerCode(
                            belief.drawProbability(random),
                            offer.priceIdr(),
                            seconds(request.timeout()),
                            waitIdrPerSecond));
        }
        return Comparator.comparing(offer -> costs.getOrDefault(offer.countryId(), Double.POSITIVE_INFINITY));
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / MS_PER_SECOND;
    }
}
