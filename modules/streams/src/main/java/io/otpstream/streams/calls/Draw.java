package io.otpstream.streams.calls;

import io.otpstream.domain.plan.FairShare;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Who gets the next permit, by a {@link PermitRule}; among equals the look that is worth most, the order of the tenant
 * whose turn it is, and the finish that has been due for longest.
 *
 * <p>Not safe for use by several threads: the dispatcher's lock guards it.
 */
final class Draw {

    /** How long after it could have asked again somebody's bid stands. A task may be busy, or gone. */
    private static final Duration STANDS_LONGER = Duration.ofMillis(100);

    private final PermitRule rule;
    private final FairShare shares;
    private final Map<Object, Standing> bids = new LinkedHashMap<>();

    private record Standing(Bid bid, Instant until) {}

    Draw(PermitRule rule, FairShare shares) {
        this.rule = rule;
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
        Comparator<Bid> order = bestFirst(now);
        return bids.entrySet().stream()
                .noneMatch(other -> !other.getKey().equals(bidder)
                        && order.compare(other.getValue().bid(), bid) < 0);
    }

    /** Whether one of these goes before the other, whoever asks. */
    boolean isAhead(Bid bid, Bid other, Instant now) {
        return bestFirst(now).compare(bid, other) < 0;
    }

    /** The bidder was promised a permit. */
    void promised(Object bidder, Bid bid, Instant now) {
        bids.remove(bidder);
        if (bid instanceof Bid.Create create) {
            shares.served(create.lane(), now);
        }
        rule.promised(bid, bids.values().stream().anyMatch(standing -> standing.bid() instanceof Bid.Create));
    }

    /** A promise was not used. */
    void givenBack(Bid bid) {
        rule.givenBack(bid);
        if (bid instanceof Bid.Create create) {
            shares.notServed(create.lane());
        }
    }

    private Comparator<Bid> bestFirst(Instant now) {
        Comparator<Bid> byRank = Comparator.comparingInt(bid -> rule.rank(bid, now));
        return byRank.thenComparing(this::compareEquals);
    }

    private int compareEquals(Bid a, Bid b) {
        if (a instanceof Bid.Look lookA && b instanceof Bid.Look lookB) {
            return Double.compare(lookB.worth(), lookA.worth());
        }
        if (a instanceof Bid.Create createA && b instanceof Bid.Create createB) {
            int byLane = shares.turns().compare(createA.lane(), createB.lane());
            return byLane == 0 ? createA.requestedAt().compareTo(createB.requestedAt()) : byLane;
        }
        if (a instanceof Bid.Finish finishA && b instanceof Bid.Finish finishB) {
            return finishA.dueSince().compareTo(finishB.dueSince());
        }
        return 0;
    }
}
