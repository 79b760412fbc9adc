package io.otpstream.domain.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The permits of one process, as leases give them: no lease, no permit.
 *
 * <p>A lease says how many permits a second a slot has for this process. Permits fall due one by one, each when the
 * shares since the last one add up to one; the first one after the start as well. One that is due may be taken
 * {@link BudgetRules#lateness} late; what is left then is dropped, not saved. So any stretch of time holds at most what
 * its shares add up to, and one more. A slot that gives nothing ends what was added up: whoever comes back after the
 * allocator has forgotten it brings no more along than one that is new, and a window's one permit more is only for those
 * that had permits when it began.
 *
 * <p>Not safe for use by several threads. Time is that of the wall, since slots are the same for all processes; a clock
 * that is set back gives no permit twice.
 */
public final class LeasedBudget {

    private static final long NEVER = Long.MAX_VALUE;
    private static final double ALMOST_ONE = 1 - 1e-9;
    private static final double NANOS = 1e9;

    private final long slotNanos;
    private final long latenessNanos;

    /** Slot → permits per second. */
    private final NavigableMap<Long, Double> shares = new TreeMap<>();

    /** Up to where shares are counted, and what they add up to since the last permit: from 0 to 1. */
    private long countedTo;

    private double credit;
    private long pausedUntil = Long.MIN_VALUE;
    private long dropped;

    /** A budget without leases. */
    public LeasedBudget(BudgetRules rules, Instant now) {
        this.slotNanos = rules.slot().toNanos();
        this.latenessNanos = rules.lateness().toNanos();
        this.countedTo = BudgetRules.nanos(now);
    }

    /**
     * A lease was read. The first one of a slot counts, also if it gives this process nothing.
     *
     * @param permitsPerSecond zero or more
     */
    public void lease(long slot, double permitsPerSecond) {
        if ((slot + 1) * slotNanos > countedTo) {
            shares.putIfAbsent(slot, permitsPerSecond);
        }
    }

    /** Takes a permit if one is due. */
    public Reservation reserve(Instant now) {
        long nanos = BudgetRules.nanos(now);
        if (nanos < pausedUntil) {
            return new Reservation.Wait(Duration.ofNanos(pausedUntil - nanos));
        }
        dropUntil(Math.max(nanos - latenessNanos, pausedUntil));
        long due = nextDue(countedTo, credit);
        if (due == NEVER) {
            return new Reservation.NotLeased();
        }
        if (due > nanos) {
            return new Reservation.Wait(Duration.ofNanos(due - nanos));
        }
        countedTo = due;
        credit = 0;
        return new Reservation.Granted();
    }

    /** No permit for a while: the API asked for it. A pause that is longer already stays. */
    public void pause(Instant until) {
        pausedUntil = Math.max(pausedUntil, BudgetRules.nanos(until));
    }

    /**
     * When a permit is due for the last one of a queue, if nothing but this queue takes permits.
     *
     * @param place in the queue, from 1
     * @return as {@link #reserve}, but nothing is taken
     */
    public Reservation lookAhead(int place, Instant now) {
        long nanos = BudgetRules.nanos(now);
        dropUntil(Math.max(nanos - latenessNanos, Math.min(nanos, pausedUntil)));
        long at = countedTo;
        double sum = credit;
        if (pausedUntil > nanos) {
            at = Math.max(at, pausedUntil);
            sum = 0;
        }
        for (int i = 0; i < place; i++) {
            at = nextDue(at, sum);
            sum = 0;
            if (at == NEVER) {
                return new Reservation.NotLeased();
            }
        }
        return at > nanos ? new Reservation.Wait(Duration.ofNanos(at - nanos)) : new Reservation.Granted();
    }

    /** Permits that fell due and were not used in time. */
    public long dropped() {
        return dropped;
    }

    /** What this slot's lease gives, permits per second; 0 without one. */
    public double shareAt(Instant now) {
        return shares.getOrDefault(Math.floorDiv(BudgetRules.nanos(now), slotNanos), 0.0);
    }

    private void dropUntil(long moment) {
        if (moment <= countedTo) {
            return;
        }
        for (long due = nextDue(countedTo, credit); due < moment; due = nextDue(countedTo, credit)) {
            countedTo = due;
            credit = 0;
            dropped++;
        }
        credit = creditAt(moment);
        countedTo = moment;
        shares.headMap(Math.floorDiv(moment, slotNanos)).clear();
    }

    /** What the shares since the last permit add up to by then, if no permit falls due before. */
    private double creditAt(long moment) {
        double sum = credit;
        long leasedTo = countedTo;
        for (Map.Entry<Long, Double> lease :
                shares.tailMap(Math.floorDiv(countedTo, slotNanos)).entrySet()) {
            long begin = Math.max(countedTo, lease.getKey() * slotNanos);
            long end = Math.min(moment, (lease.getKey() + 1) * slotNanos);
            if (begin >= moment) {
                break;
            }
            if (begin > leasedTo || lease.getValue() <= 0) {
                sum = 0;
            }
            sum += lease.getValue() * (end - begin) / NANOS;
            leasedTo = end;
        }
        return leasedTo < moment ? 0 : Math.min(sum, ALMOST_ONE);
    }

    /** When the shares from there on, and what is there already, add up to one. */
    private long nextDue(long from, double already) {
        double sum = already;
        long leasedTo = from;
        for (Map.Entry<Long, Double> lease :
                shares.tailMap(Math.floorDiv(from, slotNanos)).entrySet()) {
            long begin = Math.max(from, lease.getKey() * slotNanos);
            long end = (lease.getKey() + 1) * slotNanos;
            double more = lease.getValue() * (end - begin) / NANOS;
            if (begin > leasedTo || more <= 0) {
                sum = 0;
            }
            if (more > 0 && sum + more >= ALMOST_ONE) {
                return Math.min(end, begin + (long) Math.ceil((1 - sum) / lease.getValue() * NANOS));
            }
            sum += more;
            leasedTo = end;
        }
        return NEVER;
    }
}
