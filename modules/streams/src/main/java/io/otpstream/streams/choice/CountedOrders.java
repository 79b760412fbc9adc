package io.otpstream.streams.choice;

import io.otpstream.contract.OrderOutcome;
import io.otpstream.contract.SuccessRates;
import io.otpstream.domain.choice.Evidence;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Orders as they are counted, and not as a rate is reckoned from them: the rate gives weight to orders that were given up
 * early, so that its differences are no numbers of orders. Belongs to the thread that reads the records.
 */
final class CountedOrders {

    /** Ended without a code in time, whoever is to blame. */
    private static final Set<OrderOutcome> FAILED = EnumSet.of(
            OrderOutcome.EXPIRED,
            OrderOutcome.CANCELLED,
            OrderOutcome.TIMED_OUT,
            OrderOutcome.NUMBER_REJECTED,
            OrderOutcome.LATE_CODE);

    private final Map<Cell, Counted> cells = new HashMap<>();

    private record Counted(long codes, long ended, Evidence evidence) {}

    /** What is known by now of the country and the platform that the record is about. */
    Evidence with(SuccessRates rates, int platformId) {
        Cell cell = new Cell(rates.countryId(), platformId);
        Counted before = cells.getOrDefault(cell, new Counted(0, 0, Evidence.none(rates.updatedAt())));
        long codes = rates.orders(OrderOutcome.COMPLETED);
        long ended = codes + FAILED.stream().mapToLong(rates::orders).sum();
        // An account may change its outcome, and a record may come twice.
        long newCodes = Math.max(0, codes - before.codes());
        long newEnded = Math.max(newCodes, ended - before.ended());
        Evidence evidence = before.evidence().plus(new Evidence(newCodes, newEnded, rates.updatedAt()));
        cells.put(cell, new Counted(codes, ended, evidence));
        return evidence;
    }
}
