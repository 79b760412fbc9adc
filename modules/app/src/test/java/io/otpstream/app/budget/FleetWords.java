package io.otpstream.app.budget;

import io.otpstream.streams.calls.BudgetState;
import io.otpstream.streams.calls.CallKind;
import io.otpstream.streams.calls.Workload;
import io.otpstream.streams.fleet.DemandRecord;
import io.otpstream.streams.fleet.LeaseRecord;
import java.time.Instant;
import java.util.Map;

/** What processes of a fleet say. */
public final class FleetWords {

    private FleetWords() {}

    /** With six in the queue, of which the oldest has waited for 90 s. */
    public static DemandRecord busy(String process, Instant at) {
        return demand(
                process,
                at,
                true,
                12,
                new BudgetState(
                        2.4,
                        Map.of(CallKind.CREATE, 30, CallKind.LOOK, 110, CallKind.CANCEL, 3),
                        7,
                        1,
                        at.plusSeconds(5),
                        true,
                        null,
                        3,
                        new Workload(25, 2, 4, at.minusSeconds(90)),
                        0.25,
                        4.25,
                        1.75));
    }

    /** Looks at one order, and nothing waits. */
    public static DemandRecord calm(String process, Instant at) {
        return demand(
                process,
                at,
                false,
                0.2,
                new BudgetState(
                        0.5,
                        Map.of(CallKind.LOOK, 10),
                        0,
                        0,
                        null,
                        false,
                        null,
                        3,
                        new Workload(1, 0, 0, null),
                        0.25,
                        0,
                        0));
    }

    /** Has nothing to do any more. */
    public static DemandRecord done(String process, Instant at) {
        return demand(
                process,
                at,
                false,
                0,
                new BudgetState(0, Map.of(), 0, 0, null, false, null, 3, Workload.NONE, 0.25, 0, 0));
    }

    /** The share of each in a slot of a second. */
    public static LeaseRecord lease(Instant slot, String by, Map<String, Double> shares) {
        return new LeaseRecord(LeaseRecord.VERSION, slot.getEpochSecond(), 1_000_000_000, by, shares);
    }

    private static DemandRecord demand(
            String process, Instant at, boolean backlogged, double wanted, BudgetState state) {
        return new DemandRecord(
                DemandRecord.VERSION,
                process,
                "host-" + process,
                at,
                wanted / 2,
                wanted,
                backlogged,
                300,
                60 * state.createFraction() * state.share(),
                -40,
                state);
    }
}
