package io.otpstream.streams.calls;

import io.otpstream.domain.plan.CreatePace;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.rate.Demand;
import java.time.Duration;
import java.time.Instant;

/**
 * Cancels, then what a request needs to end, then a new order if it is its turn, then the look that is worth most, and a
 * new order out of turn only where nobody else asks.
 *
 * @param lookGap least time between two looks at one order, real time
 */
record GuideRule(PollStrategy strategy, CreatePace pace, Duration lookGap) implements PermitRule {

    @Override
    public int rank(Bid bid, Instant now) {
        return switch (bid) {
            case Bid.Cancel cancel -> 0;
            case Bid.Refund refund -> 0;
            case Bid.Conclude conclude -> 1;
            case Bid.Create create -> isInTurn(create) ? 2 : 4;
            case Bid.Look look -> 3;
            case Bid.Finish finish -> 5;
        };
    }

    @Override
    public boolean isInTurn(Bid.Create create) {
        return strategy == PollStrategy.ADAPTIVE
                && pace.isCreateNext(create.lane().priority());
    }

    /** An order out of turn takes what looks leave. */
    @Override
    public boolean isHeld(Bid bid) {
        return false;
    }

    @Override
    public void promised(Bid bid, boolean contended) {
        switch (bid) {
            case Bid.Create create -> pace.created(create.lane().priority());
            case Bid.Look look -> pace.looked(look.expectedAge(), look.probability());
            case Bid.Cancel cancel -> pace.lastLooked(cancel.expectedAge(), cancel.probability());
            case Bid.Refund refund -> {}
            case Bid.Conclude conclude -> {}
            case Bid.Finish finish -> {}
        }
        pace.spent(contended);
    }

    /** Never: a create places one order. */
    @Override
    public void joined() {}

    @Override
    public void givenBack(Bid bid) {
        if (bid instanceof Bid.Create) {
            pace.notCreated();
        }
    }

    /** A create that fails was made, and its permit spent. */
    @Override
    public void notPlaced(int orders) {}

    /** The pace goes by permits that were spent. */
    @Override
    public void passed(int permits) {}

    @Override
    public Demand demand(Workload workload, int queued) {
        return workload.demandOneByOne(lookGap, queued);
    }

    @Override
    public double createFraction() {
        return pace.fraction();
    }

    @Override
    public double expectedCodeAge() {
        return pace.expectedCodeAge();
    }

    @Override
    public double looksPerCode() {
        return pace.looksPerCode();
    }
}
