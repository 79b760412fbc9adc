package io.otpstream.benchmarks.simulation;

import java.util.List;

/**
 * What one run came to.
 *
 * @param seed gives the same run again
 * @param requests how many were made
 * @param orders how many the vendor placed
 * @param disruptions how often the task changed its owner
 * @param inDoubt creates that the pipeline called in doubt
 * @param orphaned orders that it found too late
 * @param fingerprint of everything that happened: two runs with the same one are the same
 * @param violations invariants that did not hold; empty is what is wanted
 */
public record SimulationResult(
        long seed,
        int requests,
        int orders,
        int disruptions,
        int inDoubt,
        int orphaned,
        long fingerprint,
        List<String> violations) {

    /** Keeps its own copy. */
    public SimulationResult {
        violations = List.copyOf(violations);
    }
}
