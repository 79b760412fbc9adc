package io.otpstream.streams.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers what a dispatcher says to others. */
final class RecordedSignals implements FleetSignals, CallMeter {

    final AtomicInteger demandRose = new AtomicInteger();
    final List<Instant> quiet = new CopyOnWriteArrayList<>();
    final List<Instant> bans = new CopyOnWriteArrayList<>();
    final List<Instant> cancelCaps = new CopyOnWriteArrayList<>();
    final List<OrderGate.Cause> paused = new CopyOnWriteArrayList<>();
    final List<Long> balances = new CopyOnWriteArrayList<>();
    final List<CallKind> sent = new CopyOnWriteArrayList<>();
    final AtomicInteger rateLimited = new AtomicInteger();

    @Override
    public void demandRose() {
        demandRose.incrementAndGet();
    }

    @Override
    public void quiet(Instant until) {
        quiet.add(until);
    }

    @Override
    public void pauseOrders(OrderGate.Cause cause, long neededIdr) {
        paused.add(cause);
    }

    @Override
    public void banned(Instant until) {
        bans.add(until);
    }

    @Override
    public void cancelsCapped(Instant until) {
        cancelCaps.add(until);
    }

    @Override
    public void balanceRead(Instant askedAt, Instant seenAt, long balanceIdr) {
        balances.add(balanceIdr);
    }

    @Override
    public void sent(CallKind kind, Duration waited) {
        sent.add(kind);
    }

    @Override
    public void rateLimited() {
        rateLimited.incrementAndGet();
    }
}
