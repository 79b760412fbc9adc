package io.otpstream.streams.calls;

import io.otpstream.domain.rate.Demand;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much there is to do in one task, or in all of a process.
 *
 * @param open verifications that have an order which is not over
 * @param interactive requests that wait and that somebody waits for
 * @param batch other requests that wait
 * @param oldest when the one was asked for that has waited longest; null if none waits
 * @param due finishes and cancels of orders that could be made now; null in what versions have told that didn't know it
 */
public record Workload(
        int open,
        int interactive,
        int batch,
        @Nullable Instant oldest,
        @Nullable Integer due) {

    /** Without calls that are due. */
    public Workload(int open, int interactive, int batch, @Nullable Instant oldest) {
        this(open, interactive, batch, oldest, 0);
    }

    private static final int FEW = 4;
    private static final double CREATES_IN_A_GAP = 2.5;
    private static final double GAPS_UNDER_BACKLOG = 2.4;

    /** Nothing to do. */
    public static final Workload NONE = new Workload(0, 0, 0, null);

    /** Requests that wait. */
    public int waiting() {
        return interactive + batch;
    }

    /** Whether there is anything to do, now or by and by. */
    boolean isSome() {
        return open > 0 || waiting() > 0 || calls() > 0;
    }

    private int calls() {
        return due == null ? 0 : due;
    }

    /**
     * What permits it could use where each order is looked at by itself. With others in need, an order is looked at less
     * often, as under a backlog; and a few requests that wait are served soon, more than a few as fast as can be.
     *
     * @param lookGap least time between two looks at one order, real time
     * @param queued calls that wait for their permit, and that no order waits for
     */
    Demand demandOneByOne(Duration lookGap, int queued) {
        double perSecond = 1e9 / lookGap.toNanos();
        double creates = Math.min(waiting(), FEW) * CREATES_IN_A_GAP * perSecond;
        double control = queued * CREATES_IN_A_GAP * perSecond;
        double looks = open * perSecond;
        return new Demand(looks / GAPS_UNDER_BACKLOG + creates + control, looks + creates + control, waiting() > FEW);
    }

    /**
     * What permits it could use where one look serves all orders, and one create several requests.
     *
     * @param interval between two looks, real time
     * @param mostPerCreate requests
     * @param queued as there
     */
    Demand demandTogether(Duration interval, int mostPerCreate, int queued) {
        double perSecond = 1e9 / interval.toNanos();
        int creates = Math.ceilDiv(waiting(), mostPerCreate);
        double soon = (Math.min(creates, FEW) + queued) * CREATES_IN_A_GAP * perSecond;
        double looks = open > 0 ? perSecond : 0;
        double few = Math.min(calls(), FEW) * perSecond;
        // What one look needs comes just in time if nothing else wants it: a permit that nobody waits for is lost.
        return new Demand(looks + soon + few, CREATES_IN_A_GAP * looks + soon + calls() * perSecond, creates > FEW);
    }

    Workload plus(Workload other) {
        return new Workload(
                open + other.open,
                interactive + other.interactive,
                batch + other.batch,
                earlier(oldest, other.oldest),
                calls() + other.calls());
    }

    private static @Nullable Instant earlier(@Nullable Instant a, @Nullable Instant b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }
}
