package io.otpstream.streams.calls;

import io.otpstream.domain.plan.FairShare;
import io.otpstream.domain.plan.Lane;
import io.otpstream.domain.rate.Demand;
import io.otpstream.domain.rate.Lease;
import io.otpstream.domain.rate.LeasedBudget;
import io.otpstream.domain.rate.Reservation;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What permits this process has, and who gets them. A permit is promised while it is near, so that it is decided late
 * what is worth most, and to the one who, of all that ask, can do most with it.
 *
 * <p>Not safe for use by several threads: the dispatcher's lock guards it.
 */
final class PermitDesk {

    private static final Duration HORIZON = Duration.ofMillis(500);
    private static final Duration LOSERS_ASK_AGAIN = Duration.ofMillis(10);
    private static final Duration GLANCE = Duration.ofMillis(100);

    private final PermitRule rule;
    private final LeasedBudget budget;
    private final FairShare shares;
    private final Draw draw;
    private final CallCounts counts;
    private final Map<Object, Workload> workloads = new HashMap<>();
    private int promised;
    private long droppedBefore;
    private long rateLimited;
    private Instant pausedUntil = Instant.MIN;
    private boolean clockOff;

    PermitDesk(Budgeting budgeting, PermitRule rule, Instant now) {
        this.rule = rule;
        this.budget = new LeasedBudget(budgeting.rules(), now);
        this.shares = budgeting.newFairShare();
        this.draw = new Draw(rule, shares);
        this.counts = new CallCounts(budgeting.rules().window());
    }

    /**
     * Promises a permit if one is near and nobody has more use for it; {@link #keptPromise} or {@link #brokePromise}
     * have to follow.
     *
     * @param queued calls that wait for permits already
     * @return how long to wait; empty if a permit is promised
     */
    Optional<Duration> promise(Object asker, Bid bid, int queued, Instant now) {
        Optional<Duration> wait = untilPermit(bid, queued, now)
                .or(() -> rule.isHeld(bid) ? Optional.of(GLANCE) : Optional.empty())
                .or(() -> draw.isBest(asker, bid, now) ? Optional.empty() : Optional.of(LOSERS_ASK_AGAIN));
        if (wait.isEmpty()) {
            draw.promised(asker, bid, now);
            promised++;
        }
        return wait;
    }

    private Optional<Duration> untilPermit(Bid bid, int queued, Instant now) {
        if (clockOff) {
            return Optional.of(GLANCE);
        }
        // An order out of turn takes only what looks can spare.
        boolean spareOnly = bid instanceof Bid.Create create && !rule.isInTurn(create);
        Duration horizon = spareOnly ? HORIZON.dividedBy(2) : HORIZON;
        Reservation ahead = budget.lookAhead(promised + queued + 1, now);
        rule.passed(dropped());
        return switch (ahead) {
            case Reservation.Granted granted -> Optional.empty();
            case Reservation.NotLeased notLeased -> Optional.of(GLANCE);
            case Reservation.Wait(Duration wait) ->
                wait.compareTo(horizon) > 0 ? Optional.of(wait.minus(horizon)) : Optional.empty();
        };
    }

    /** Permits that fell due since this was asked for last, and that nobody took. */
    private int dropped() {
        long before = droppedBefore;
        droppedBefore = budget.dropped();
        return (int) (droppedBefore - before);
    }

    /** Somebody has to wait: the bid stands until it may be made again. */
    void stand(Object asker, Bid bid, Duration askAgain, Instant now) {
        draw.stand(asker, bid, now, askAgain);
    }

    /** The call of a promise is ready: it waits for its permit in the queue. */
    void keptPromise() {
        promised--;
    }

    /** There will be no call. */
    void brokePromise(Bid bid) {
        promised--;
        draw.givenBack(bid);
    }

    /** Takes a permit if one is due. */
    Reservation reserve(Instant now) {
        return clockOff ? new Reservation.NotLeased() : budget.reserve(now);
    }

    /** A permit went to a call that was promised one. */
    void usedPromise() {
        rule.passed(1);
    }

    /** Orders that were counted as bought are none. */
    void notPlaced(int orders) {
        rule.notPlaced(orders);
    }

    /** Whether one of these goes before the other, whoever asks. */
    boolean isAhead(Bid bid, Bid other, Instant now) {
        return draw.isAhead(bid, other, now);
    }

    void rest(Object asker) {
        draw.withdraw(asker);
    }

    void leave(Object asker) {
        draw.withdraw(asker);
        workloads.remove(asker);
    }

    void report(Object asker, Workload workload) {
        workloads.put(asker, workload);
    }

    Optional<Lane> nextOf(Collection<Lane> waiting, Instant now) {
        return shares.next(waiting, now);
    }

    /** Whether one more order of this lane may be placed with a permit that was promised; counts it. */
    boolean joins(Lane lane, Instant now) {
        boolean joins = shares.joins(lane, now);
        if (joins) {
            rule.joined();
        }
        return joins;
    }

    /** @param controlCalls that wait */
    Demand demand(int controlCalls) {
        return rule.demand(workload(), controlCalls);
    }

    void lease(Lease lease, String self) {
        budget.lease(lease.slot(), lease.shareOf(self));
        double total = lease.total();
        shares.hasPart(total > 0 ? lease.shareOf(self) / total : 0);
    }

    void pause(Instant until) {
        budget.pause(until);
        pausedUntil = until.isAfter(pausedUntil) ? until : pausedUntil;
    }

    /** Nothing leaves while the clock differs too much from the brokers': slots would not be the same. */
    void clockIsOff(boolean off) {
        clockOff = off;
    }

    void sent(CallKind kind, Instant now) {
        counts.sent(kind, now);
    }

    void rateLimited() {
        rateLimited++;
    }

    /** Answers with status 429 so far. */
    long rateLimitedSoFar() {
        return rateLimited;
    }

    /** Requests sent so far. */
    long requests() {
        return counts.all();
    }

    /** Requests sent within the window that ends now. */
    int sentInWindow(Instant now) {
        return counts.recent(now).values().stream().mapToInt(Integer::intValue).sum();
    }

    /** @param ordersPausedSince since when people have paused new orders; null if they haven't */
    BudgetState state(@Nullable Instant ordersPausedSince, Instant now) {
        return new BudgetState(
                budget.shareAt(now),
                counts.recent(now),
                budget.dropped(),
                rateLimited,
                pausedUntil.isAfter(now) ? pausedUntil : null,
                clockOff,
                ordersPausedSince,
                workloads.size(),
                workload(),
                rule.createFraction(),
                rule.expectedCodeAge(),
                rule.looksPerCode());
    }

    private Workload workload() {
        return workloads.values().stream().reduce(Workload.NONE, Workload::plus);
    }
}
