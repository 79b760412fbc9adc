package io.otpstream.streams.calls;

import io.otpstream.domain.plan.CallDebt;
import io.otpstream.domain.rate.Demand;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/**
 * What a request needs to end, then new orders, then what is left of orders that nobody waits for. The vendor ends those by
 * itself and refunds them, so that they take what others leave; but a backlog without end must not lock up money for the
 * whole life of an order, and while nothing can be bought, what gives money back goes before what doesn't.
 */
final class PublishedRule implements PermitRule {

    /** Permits over which the part of creates is averaged: a few seconds of the guide's limit. */
    private static final double MEMORY = 50;

    /** With a finish for each create, and a look now and then. */
    private static final double FIRST_FRACTION = 0.45;

    private final Duration lookInterval;
    private final Duration finishPatience;
    private final int mostPerCreate;
    private final BooleanSupplier creates;
    private final CallDebt debt = new CallDebt();
    private double fraction = FIRST_FRACTION;

    /**
     * The rule.
     *
     * @param lookInterval between two looks at all orders, real time
     * @param finishPatience how long a finish waits for what comes before it, and a refund twice as long, real time
     * @param mostPerCreate requests that one create can serve
     * @param creates whether orders can be created at all just now
     */
    PublishedRule(Duration lookInterval, Duration finishPatience, int mostPerCreate, BooleanSupplier creates) {
        this.lookInterval = lookInterval;
        this.finishPatience = finishPatience;
        this.mostPerCreate = mostPerCreate;
        this.creates = creates;
    }

    @Override
    public int rank(Bid bid, Instant now) {
        return switch (bid) {
            case Bid.Cancel cancel -> 0;
            case Bid.Conclude conclude -> 0;
            case Bid.Look look -> 0;
            case Bid.Finish finish -> finish.dueSince().plus(finishPatience).isBefore(now) ? 1 : 4;
            case Bid.Create create -> isInTurn(create) ? 3 : 6;
            case Bid.Refund refund -> creates.getAsBoolean() && !isLate(refund, now) ? 5 : 2;
        };
    }

    private boolean isLate(Bid.Refund refund, Instant now) {
        return refund.dueSince().plus(finishPatience.multipliedBy(2)).isBefore(now);
    }

    @Override
    public boolean isInTurn(Bid.Create create) {
        return !debt.isTooMuch(create.lane().priority());
    }

    @Override
    public boolean isHeld(Bid bid) {
        return bid instanceof Bid.Create create && !isInTurn(create);
    }

    @Override
    public void promised(Bid bid, boolean contended) {
        switch (bid) {
            case Bid.Create create -> {
                debt.called();
                debt.bought();
            }
            case Bid.Conclude conclude -> debt.called();
            case Bid.Look look -> debt.called();
            // The order paid for its end when it was bought.
            case Bid.Cancel cancel -> {}
            case Bid.Finish finish -> {}
            case Bid.Refund refund -> {}
        }
        fraction += ((bid instanceof Bid.Create ? 1 : 0) - fraction) / MEMORY;
    }

    @Override
    public void joined() {
        debt.bought();
    }

    @Override
    public void givenBack(Bid bid) {
        if (bid instanceof Bid.Create) {
            debt.notBought();
        }
    }

    @Override
    public void notPlaced(int orders) {
        debt.notPlaced(orders);
    }

    @Override
    public void passed(int permits) {
        debt.paid(permits);
    }

    @Override
    public Demand demand(Workload workload, int queued) {
        return workload.demandTogether(lookInterval, mostPerCreate, queued);
    }

    @Override
    public double createFraction() {
        return fraction;
    }

    @Override
    public double expectedCodeAge() {
        return 0;
    }

    @Override
    public double looksPerCode() {
        return 0;
    }
}
