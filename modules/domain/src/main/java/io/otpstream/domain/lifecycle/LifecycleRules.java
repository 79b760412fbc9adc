package io.otpstream.domain.lifecycle;

import io.otpstream.domain.time.ApiTime;
import io.otpstream.domain.time.Backoff;
import java.time.Duration;
import java.time.Instant;

/**
 * The durations and limits that the decider works with, in real time: {@link #atSpeed} shortens those that belong to the
 * vendor's world.
 *
 * @param lookGap between two looks at one order; the vendor asks for at least 5 s
 * @param callUnderWay how long after a call was decided it may still reach the vendor: the life of its permit, its way,
 *     and clocks that differ
 * @param callPatience how long an answer may take to come back as a record before the call is made again: permit wait,
 *     HTTP time-out and delivery of the reply
 * @param cancelPatience from the first cancel to the final record, whatever the API says
 * @param pauses after put-off creates, and between calls that are repeated
 * @param orderLife how long an order lives that names no expiry: the guide says about 20 min
 * @param dedupRetention how long a settled request id stays known
 * @param mostDoubts creates in doubt after which a request ends, as the guide's three retries
 * @param looking how orders are looked at
 * @param finish whether an order that has brought its code is finished, where the API can be told so
 * @param speed divides what the request itself brings along (its timeout)
 */
public record LifecycleRules(
        Duration lookGap,
        Duration callUnderWay,
        Duration callPatience,
        Duration cancelPatience,
        Backoff pauses,
        Duration orderLife,
        Duration dedupRetention,
        int mostDoubts,
        InDoubtPolicy inDoubtPolicy,
        Looking looking,
        boolean finish,
        double speed) {

    /** How orders are looked at. */
    public enum Looking {
        /** Each one by a call of its own. */
        ONE_BY_ONE,
        /** By a call that tells of all of them; what it tells comes as {@link Event.Seen}. */
        TOGETHER
    }

    /** The guide's figures. */
    public static LifecycleRules guide() {
        return new LifecycleRules(
                Duration.ofSeconds(5),
                Duration.ofSeconds(2),
                Duration.ofSeconds(15),
                Duration.ofSeconds(8),
                Backoff.GUIDE,
                Duration.ofMinutes(20),
                Duration.ofDays(7),
                4,
                InDoubtPolicy.REORDER,
                Looking.ONE_BY_ONE,
                false,
                1);
    }

    /**
     * The published contract's: all orders are looked at together.
     *
     * @param finish whether orders that have brought their codes are finished
     */
    public static LifecycleRules published(boolean finish) {
        return guide().looking(Looking.TOGETHER, finish);
    }

    private LifecycleRules looking(Looking how, boolean finishes) {
        return new LifecycleRules(
                lookGap,
                callUnderWay,
                callPatience,
                cancelPatience,
                pauses,
                orderLife,
                dedupRetention,
                mostDoubts,
                inDoubtPolicy,
                how,
                finishes,
                speed);
    }

    public LifecycleRules withLookGap(Duration gap) {
        return new LifecycleRules(
                gap,
                callUnderWay,
                callPatience,
                cancelPatience,
                pauses,
                orderLife,
                dedupRetention,
                mostDoubts,
                inDoubtPolicy,
                looking,
                finish,
                speed);
    }

    public LifecycleRules withCallPatience(Duration patience) {
        return new LifecycleRules(
                lookGap,
                callUnderWay,
                patience,
                cancelPatience,
                pauses,
                orderLife,
                dedupRetention,
                mostDoubts,
                inDoubtPolicy,
                looking,
                finish,
                speed);
    }

    public LifecycleRules withDedupRetention(Duration retention) {
        return new LifecycleRules(
                lookGap,
                callUnderWay,
                callPatience,
                cancelPatience,
                pauses,
                orderLife,
                retention,
                mostDoubts,
                inDoubtPolicy,
                looking,
                finish,
                speed);
    }

    public LifecycleRules withInDoubtPolicy(InDoubtPolicy policy) {
        return new LifecycleRules(
                lookGap,
                callUnderWay,
                callPatience,
                cancelPatience,
                pauses,
                orderLife,
                dedupRetention,
                mostDoubts,
                policy,
                looking,
                finish,
                speed);
    }

    /**
     * The same rules in a world that runs {@code factor} times as fast. Request ids stay known as long as before, and
     * machines are no faster than before.
     */
    public LifecycleRules atSpeed(double factor) {
        return new LifecycleRules(
                ApiTime.toReal(lookGap, factor),
                callUnderWay,
                ApiTime.toReal(callPatience, factor),
                ApiTime.toReal(cancelPatience, factor),
                pauses.atSpeed(factor),
                ApiTime.toReal(orderLife, factor),
                dedupRetention,
                mostDoubts,
                inDoubtPolicy,
                looking,
                finish,
                speed * factor);
    }

    Instant deadline(Request request, Instant from) {
        return from.plus(ApiTime.toReal(request.timeout(), speed));
    }

    /** How long the order of a settled request is kept. */
    Duration hold(Request request) {
        return ApiTime.toReal(request.hold(), speed);
    }
}
