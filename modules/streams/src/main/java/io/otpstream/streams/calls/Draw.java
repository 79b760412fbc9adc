package io.otpstream.streams.calls;

import io.otpstream.domain.plan.CreatePace;
import io.otpstream.domain.plan.FairShare;
import io.otpstream.domain.plan.PollStrategy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who gets the next permit: cancels, then what a request needs to end, then a new order if it is its turn, then the look
 * that is worth most, and a new order out of turn only where nobody else asks.
 *
 * <p>Not safe for use by several threads: the dispatcher's lock guards it.
 */
final class Draw {

    /** How long after it could have asked again somebody's bid stands. A task may be busy, or gone. */
    private static final Duration STANDS_LONGER = Duration.ofMillis(100);

    private final PollStrategy strategy;
    private final CreatePace pace;
    private final FairShare shares;
    private final Map<Object, Standing> bids = new LinkedHashMap<>();

    private record Standing(Bid bid, Instant until) {}

    Draw(PollStrategy strategy, CreatePace pace, FairShare shares) {
        this.strategy = strategy;
        this.pace = pace;
        this.shares = shares;
    }

    /** Notes the bid until its bidder asks again, which is to be after that long. */
    void stand(Object bidder, Bid bid, Instant now, Duration askAgain) {
        bids.put(bidder, new Standing(bid, now.plus(askAgain).plus(STANDS_LONGER)));
    }

    /** The bidder asks for nothing. */
    void withdraw(Object bidder) {
        bids.remove(bidder);
    }

    /** Whether no other bid that stands is better. */
    boolean isBest(Object bidder, Bid bid, Instant now) {
        bids.values().removeIf(standing -> standing.until().isBefore(now));
        Comparator<Bid> order = bestFirst();
        return bids.entrySet().stream()
                .noneMatch(other -> !other.getKey().equals(bidder)
                        && order.compare(other.getValue().bid(), bid) < 0);
    }

    /** Whether this order may be created although looks could use the permit. */
    boolean isInTurn(Bid.Create create) {
        return strategy == PollStrategy.ADAPTIVE
                && pace.isCreateNext(create.lane().priority());
    }

    /** The bidder was promised a permit. */
    void promised(Object bidder, Bid bid, Instant now) {
        bids.remove(bidder);
        switch (bid) {
            case Bid.Create create -> {
                pace.created(create.lane().priority());
                shares.served(create.lane(), now);
            }
            case Bid.Look look -> pace.looked(look.expectedAge(), look.probability());
            case Bid.Cancel cancel -> pace.lastLooked(cancel.expectedAge(), cancel.probability());
            case Bid.Conclude conclude -> {}
            case Bid.Finish finish -> {}
        }
        pace.spent(bids.values().stream().anyMatch(standing -> standing.bid() instanceof Bid.Create));
    }

    /** A promise was not used. */
    void givenBack(Bid bid) {
        if (bid instanceof Bid.Create create) {
            pace.notCreated();
            shares.notServed(create.lane());
        }
    }

    private Comparator<Bid> bestFirst() {
        Comparator<Bid> byRank = Comparator.comparingInt(this::rank);
        return byRank.thenComparing(this::compareEquals);
    }

    private int rank(Bid bid) {
        return switch (bid) {
            case Bid.Cancel cancel -> 0;
            case Bid.Conclude conclude -> 1;
            case Bid.Create create -> isInTurn(create) ? 2 : 4;
            case Bid.Look look -> 3;
            case Bid.Finish finish -> 5;
        };
    }

    private int compareEquals(Bid a, Bid b) {
        if (a instanceof Bid.Look lookA && b instanceof Bid.Look lookB) {
            return Double.compare(lookB.worth(), lookA.worth());
        }
        if (a instanceof Bid.Create createA && b instanceof Bid.Create createB) {
            int byLane = shares.turns().compare(createA.lane(), createB.lane());
            return byLane == 0 ? createA.requestedAt().compareTo(createB.requestedAt()) : byLane;
        }
        return 0;
    }
}
