package io.otpstream.domain.looks;

import java.util.Arrays;

/**
 * The ages of an order, cut into bins from 0 s to 1200 s: the vendor ends an order after 20 minutes. The older, the
 * wider: 1 s, or 5 % of the age.
 */
final class AgeBins {

    private static final double FINEST_SECONDS = 1;
    private static final double GROWTH = 0.05;
    private static final double LAST_SECONDS = 1200;
    private static final double[] EDGES = edges();

    private AgeBins() {}

    static int count() {
        return EDGES.length - 1;
    }

    /** Where a bin begins; the edge after the last bin is where that one ends. */
    static double edge(int bin) {
        return EDGES[bin];
    }

    static double width(int bin) {
        return EDGES[bin + 1] - EDGES[bin];
    }

    /** The bin that holds an age. Ages outside belong to the first or the last one. */
    static int indexOf(double age) {
        int found = Arrays.binarySearch(EDGES, age);
        int bin = found >= 0 ? found : -found - 2;
        return Math.clamp(bin, 0, count() - 1);
    }

    /** How much of a bin lies between two ages, 0 to 1. */
    static double share(int bin, double from, double to) {
        double overlap = Math.min(to, EDGES[bin + 1]) - Math.max(from, EDGES[bin]);
        return Math.max(0, overlap) / width(bin);
    }

    private static double[] edges() {
        double[] edges = new double[(int) LAST_SECONDS];
        int count = 0;
        double edge = 0;
        while (edge < LAST_SECONDS) {
            edges[count] = edge;
            count++;
            edge += Math.max(FINEST_SECONDS, GROWTH * edge);
        }
        edges[count] = LAST_SECONDS;
        return Arrays.copyOf(edges, count + 1);
    }
}
