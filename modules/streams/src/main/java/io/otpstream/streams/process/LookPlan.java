package io.otpstream.streams.process;

import io.otpstream.domain.looks.ArrivalCurve;
import io.otpstream.domain.looks.ArrivalCurves;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.streams.calls.ApiCalls;
import io.otpstream.streams.calls.Bid;
import io.otpstream.streams.store.CallCandidate;
import io.otpstream.streams.store.CallCandidate.Watched;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What a look is worth: under the adaptive strategy the age that its code is expected to have by now, times the
 * probability that it is there; under the fixed one how long it has been due. Safe for use by several threads.
 */
public final class LookPlan {

    /** Where the code has come already with certainty, or never will, the one that has waited longest goes first. */
    private static final double TIE_BREAK = 1e-6;

    /**
     * The part of looks that goes to any order that was not looked at yet. Otherwise the first look would always come
     * when most codes are there, and how many of them had come much earlier would never be learnt.
     */
    private static final double EXPLORED = 0.02;

    private final PollStrategy strategy;
    private final Supplier<ArrivalCurves> curves;
    private final double speed;
    private final RandomGenerator random;

    /**
     * A plan.
     *
     * @param curves what is known of arrivals by now
     * @param speed how much faster than real the API's world runs
     * @param random safe for use by as many threads as the plan
     */
    public LookPlan(PollStrategy strategy, Supplier<ArrivalCurves> curves, double speed, RandomGenerator random) {
        this.strategy = strategy;
        this.curves = curves;
        this.speed = speed;
        this.random = random;
    }

    /** A call that is worth making now, and what to bid for it. */
    record Choice(String requestId, Bid bid) {}

    /** The first of these; null if there is none. */
    @Nullable
    Choice firstCancel(Iterable<CallCandidate> due, Instant now) {
        Iterator<CallCandidate> all = due.iterator();
        if (!all.hasNext()) {
            return null;
        }
        CallCandidate first = all.next();
        Watched watched = first.watched();
        if (watched == null) {
            return new Choice(first.requestId(), Bid.Cancel.ofNoUse());
        }
        Bid.Look asLook = bid(watched, first.dueSince(), curves.get(), now);
        return new Choice(first.requestId(), new Bid.Cancel(asLook.expectedAge(), asLook.probability()));
    }

    /** The look that is worth most, or now and then one from which more is learnt; null if there is none. */
    @Nullable
    Choice bestLook(Iterable<CallCandidate> due, Instant now) {
        ArrivalCurves known = curves.get();
        Choice best = null;
        double most = Double.NEGATIVE_INFINITY;
        List<CallCandidate> unseen = new ArrayList<>();
        for (CallCandidate candidate : due) {
            Watched watched = candidate.watched();
            if (watched == null) {
                return new Choice(candidate.requestId(), new Bid.Conclude());
            }
            Bid.Look bid = bid(watched, candidate.dueSince(), known, now);
            if (bid.worth() > most) {
                most = bid.worth();
                best = new Choice(candidate.requestId(), bid);
            }
            if (watched.emptyAt() == null) {
                unseen.add(candidate);
            }
        }
        boolean explores = strategy == PollStrategy.ADAPTIVE && random.nextDouble() < EXPLORED;
        return explores && !unseen.isEmpty() ? anyOf(unseen, most, known, now) : best;
    }

    /** For the price of the best one, so that other tasks' bids stay what they are. */
    private Choice anyOf(List<CallCandidate> unseen, double worth, ArrivalCurves known, Instant now) {
        CallCandidate any = unseen.get(random.nextInt(unseen.size()));
        Bid.Look bid = bid(Objects.requireNonNull(any.watched()), any.dueSince(), known, now);
        return new Choice(any.requestId(), new Bid.Look(worth, bid.expectedAge(), bid.probability()));
    }

    private Bid.Look bid(Watched watched, Instant dueSince, ArrivalCurves known, Instant now) {
        ArrivalCurve curve = known.of(watched.countryId(), watched.platformId());
        Instant emptyAt = watched.emptyAt();
        double empty = emptyAt == null ? 0 : Math.max(0, age(watched.since(), emptyAt));
        double age = age(watched.since(), now.plus(ApiCalls.LEAD));
        double expectedAge = curve.expectedCodeAge(empty, age);
        double overdue = age(dueSince, now);
        double worth =
                switch (strategy) {
                    case ADAPTIVE -> expectedAge + TIE_BREAK * overdue;
                    case FIXED -> overdue;
                };
        double probability = curve.probability(empty, age);
        return new Bid.Look(worth, expectedAge, probability);
    }

    /** In seconds of the API's world. */
    private double age(Instant since, Instant at) {
        return Duration.between(since, at).toNanos() / 1e9 * speed;
    }
}
