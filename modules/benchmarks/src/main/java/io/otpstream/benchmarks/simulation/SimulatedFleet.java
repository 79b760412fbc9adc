package io.otpstream.benchmarks.simulation;

import io.otpstream.domain.rate.Allocator;
import io.otpstream.domain.rate.BudgetRules;
import io.otpstream.domain.rate.Demand;
import io.otpstream.domain.rate.Lease;
import io.otpstream.domain.rate.Split;
import io.otpstream.streams.calls.ApiAccess;
import io.otpstream.streams.calls.FleetSignals;
import io.otpstream.streams.calls.OrderGate;
import io.otpstream.streams.fleet.DemandReporter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * The budget that all processes share. One allocator divides it, which always lives, and whose leases all processes read
 * at once.
 */
final class SimulatedFleet {

    private static final Duration ON_ITS_WAY = Duration.ofMillis(20);

    private final Agenda agenda;
    private final BudgetRules rules;
    private final Allocator allocator;
    private final SimulatedLearning learning = new SimulatedLearning();
    private final List<Member> members = new ArrayList<>();
    private List<Lease> recent = List.of();
    private boolean ticking;
    private int joined;

    private record Member(String name, BooleanSupplier lives, ApiAccess access, DemandReporter reporter) {}

    /** @param requestsPerMinute of all processes together */
    SimulatedFleet(Agenda agenda, int requestsPerMinute) {
        this.agenda = agenda;
        this.rules = BudgetRules.of(requestsPerMinute, 1);
        this.allocator = new Allocator(rules, Split.DEMAND);
    }

    BudgetRules rules() {
        return rules;
    }

    /** What processes learn of arrivals from each other's results. */
    SimulatedLearning learning() {
        return learning;
    }

    /** What a process says to the others. Pauses are not heard: there is one process that has work. */
    FleetSignals signals() {
        return new FleetSignals() {
            @Override
            public void demandRose() {
                agenda.after(ON_ITS_WAY, SimulatedFleet.this::divideAndGoOn);
            }

            @Override
            public void quiet(Instant until) {}

            @Override
            public void pauseOrders(OrderGate.Cause cause, long neededIdr) {}

            @Override
            public void banned(Instant until) {}

            @Override
            public void cancelsCapped(Instant until) {}

            @Override
            public void balanceRead(Instant askedAt, Instant seenAt, long balanceIdr) {}
        };
    }

    /**
     * A process has come.
     *
     * @param lives whether it says and hears something now
     */
    void join(ApiAccess access, BooleanSupplier lives) {
        Member member =
                new Member("process-" + ++joined, lives, access, new DemandReporter(rules.slot(), access::demand));
        members.add(member);
        // Slots that are still to come are leased already.
        recent.forEach(lease -> access.lease(lease, member.name()));
    }

    private void divideAndGoOn() {
        if (!ticking) {
            ticking = true;
            tick();
        }
    }

    private void tick() {
        if (divide()) {
            agenda.after(rules.slot(), this::tick);
        } else {
            ticking = false;
        }
    }

    /** Whether anybody asks for something. */
    private boolean divide() {
        Instant now = agenda.instant();
        for (Member member : members) {
            if (member.lives().getAsBoolean()) {
                member.reporter().due(now).ifPresent(demand -> told(member, demand, now));
            }
        }
        List<Lease> leases = allocator.due(now);
        if (!leases.isEmpty()) {
            List<Lease> known = new ArrayList<>(recent);
            known.addAll(leases);
            known.removeIf(lease -> lease.slot() < rules.slotAt(now));
            recent = known;
        }
        // Also to who lives no more: what it does with them, nobody sees.
        members.forEach(member -> leases.forEach(lease -> member.access().lease(lease, member.name())));
        return members.stream()
                .anyMatch(member ->
                        member.lives().getAsBoolean() && member.reporter().isAsking());
    }

    private void told(Member member, Demand demand, Instant now) {
        allocator.demand(member.name(), demand, 1, member.access().rateLimited(), now);
    }
}
