package io.otpstream.domain.choice;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The track record of every country and platform, and what is to be believed of them: one of which little is known is
 * like its country on other platforms, which is like all countries, which are like the guide's word until orders show
 * something else. Immutable, and safe for use by several threads.
 */
public final class TrackRecords {

    /**
     * Orders that the belief without any counts for. Few, so that a country about which knowledge has faded is soon given
     * another chance: that is how a recovery is noticed.
     */
    private static final double PRIOR_ORDERS = 3;

    /** Orders that a wider circle's rate counts for within a narrower one. */
    private static final double CIRCLE_ORDERS = 10;

    /** Elsewhere 28 to 32 % of orders end without a code; see {@code GuidePrior}, which takes rather fewer too. */
    private static final double GUIDE_RATE = 0.75;

    /** The guide: texts come mostly within 15 to 30 s. */
    private static final double GUIDE_SECONDS = 22.5;

    private static final TrackRecords NONE = new TrackRecords(Map.of(), Map.of(), Evidence.none(Instant.EPOCH));

    private record Cell(int countryId, int platformId) {}

    /** @param told the latest figures that the record was made from */
    private record Told(Evidence told, TrackRecord record) {}

    private final Map<Cell, Told> cells;
    private final Map<Integer, Evidence> countries;
    private final Evidence overall;

    private TrackRecords(Map<Cell, Told> cells, Map<Integer, Evidence> countries, Evidence overall) {
        this.cells = cells;
        this.countries = countries;
        this.overall = overall;
    }

    /** Nothing known but the guide's word. */
    public static TrackRecords none() {
        return NONE;
    }

    /**
     * With what the success rates now tell of a country and platform.
     *
     * @param told orders of the last hours
     * @param secondsToCode mean time from an order to its code, seconds of the API's world; null while there is none
     * @param paidPerCode how many orders were paid for each code that came in time, at least 1
     * @throws IllegalArgumentException if the numbers can't be that
     */
    public TrackRecords with(
            int countryId, int platformId, Evidence told, @Nullable Double secondsToCode, double paidPerCode) {
        Cell cell = new Cell(countryId, platformId);
        Told before = cells.get(cell);
        // The same figures with a later time tell that something else happened, such as that an order was placed.
        Evidence latest = before != null && before.told().weighsAs(told) ? before.told() : told;
        TrackRecord record = before == null
                ? new TrackRecord(latest, secondsToCode, paidPerCode)
                : before.record().followedBy(before.told(), latest, secondsToCode, paidPerCode);
        Evidence gone =
                before == null ? Evidence.none(told.asOf()) : before.record().recent();
        Map<Cell, Told> moreCells = new HashMap<>(cells);
        moreCells.put(cell, new Told(latest, record));
        Map<Integer, Evidence> moreCountries = new HashMap<>(countries);
        moreCountries.put(countryId, ofCountry(countryId).minus(gone).plus(record.recent()));
        return new TrackRecords(moreCells, moreCountries, overall.minus(gone).plus(record.recent()));
    }

    /** What to believe of a country and platform now. */
    public Belief of(int countryId, int platformId, Instant now) {
        Told told = cells.get(new Cell(countryId, platformId));
        TrackRecord record = told == null ? null : told.record();
        Evidence own = record == null ? Evidence.none(now) : record.recent().at(now);
        Evidence elsewhere = ofCountry(countryId).at(now).minus(own).atMost(CIRCLE_ORDERS);
        double everywhere = rate(overall.at(now), GUIDE_RATE);
        double prior = rate(elsewhere, everywhere);
        Double seconds = record == null ? null : record.secondsToCode();
        return new Belief(
                own.codes() + PRIOR_ORDERS * prior,
                own.orders() - own.codes() + PRIOR_ORDERS * (1 - prior),
                seconds == null ? GUIDE_SECONDS : seconds,
                record == null ? 1 : record.paidPerCode());
    }

    private Evidence ofCountry(int countryId) {
        return countries.getOrDefault(countryId, Evidence.none(Instant.EPOCH));
    }

    private static double rate(Evidence circle, double wider) {
        return (circle.codes() + CIRCLE_ORDERS * wider) / (circle.orders() + CIRCLE_ORDERS);
    }
}
