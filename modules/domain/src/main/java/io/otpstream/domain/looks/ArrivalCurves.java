package io.otpstream.domain.looks;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/**
 * The curve of every country and platform. One of which little is known is like all of them together, and these are as
 * the vendor's guide says until enough orders show something else. Immutable, and safe for use by several threads.
 */
public final class ArrivalCurves {

    /** Orders of a country and platform that count as much as everything else. */
    private static final double OVERALL_WEIGHT = 30;

    private record Cell(int countryId, int platformId) {}

    private final ArrivalTally overall;
    private final Map<Cell, ArrivalTally> cells;
    private final double[] overallMasses;
    private final ArrivalCurve overallCurve;

    /** Made when asked for, since every order changes all of them. */
    private final Map<Cell, ArrivalCurve> curves = new ConcurrentHashMap<>();

    private ArrivalCurves(ArrivalTally overall, Map<Cell, ArrivalTally> cells) {
        this.overall = overall;
        this.cells = cells;
        double orders = overall.total() + GuidePrior.WEIGHT;
        double[] weights = overall.withPrior();
        overallMasses = IntStream.range(0, weights.length)
                .mapToDouble(bin -> weights[bin] / orders)
                .toArray();
        overallCurve = new ArrivalCurve(overallMasses);
    }

    /** As the vendor's guide says, for all of them. */
    public static ArrivalCurves guide() {
        return new ArrivalCurves(ArrivalTally.empty(), Map.of());
    }

    /** With what is known of all orders together. */
    public ArrivalCurves withOverall(ArrivalTally tally) {
        return new ArrivalCurves(tally, cells);
    }

    /** With what is known of the orders of one country and platform. */
    public ArrivalCurves with(int countryId, int platformId, ArrivalTally tally) {
        Map<Cell, ArrivalTally> more = new HashMap<>(cells);
        more.put(new Cell(countryId, platformId), tally);
        return new ArrivalCurves(overall, more);
    }

    /** The curve of all orders together. */
    public ArrivalCurve overall() {
        return overallCurve;
    }

    /** The curve of a country and platform; of one that nothing is known of, the overall one. Quick. */
    public ArrivalCurve of(int countryId, int platformId) {
        Cell cell = new Cell(countryId, platformId);
        ArrivalTally tally = cells.get(cell);
        return tally == null ? overallCurve : curves.computeIfAbsent(cell, missing -> curve(tally));
    }

    private ArrivalCurve curve(ArrivalTally tally) {
        double orders = tally.total() + OVERALL_WEIGHT;
        return new ArrivalCurve(IntStream.range(0, overallMasses.length)
                .mapToDouble(bin -> (tally.arriving(bin) + OVERALL_WEIGHT * overallMasses[bin]) / orders)
                .toArray());
    }
}
