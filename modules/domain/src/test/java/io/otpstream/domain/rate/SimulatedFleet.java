package io.otpstream.domain.rate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.function.LongSupplier;

/**
 * Processes that share a budget, in virtual time: their clocks differ as far as they may, they look for permits at
 * irregular moments and take all they get, and what they and the allocators tell each other is late. The same seed gives
 * the same run.
 */
final class SimulatedFleet {

    private static final long MILLI = 1_000_000;
    private static final long SECOND = 1_000 * MILLI;
    private static final long START = 1_767_225_600L * SECOND;

    private final BudgetRules rules;
    private final Random random;
    private final boolean steady;

    /** Uses permits as late as it may for a while and then as soon as it may, with clocks as far off as they may be. */
    private final boolean spiteful;

    private final long calm;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final List<Member> processes = new ArrayList<>();
    private final List<Divider> dividers = new ArrayList<>();
    private final List<Written<Lease>> leases = new ArrayList<>();
    private final List<Written<Told>> demands = new ArrayList<>();
    private final List<Long> sent = new ArrayList<>();
    private final long end;
    private long now = START;
    private long eventCount;
    private int incarnations;
    private boolean late;

    private record Event(long at, long number, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return at == other.at ? Long.compare(number, other.number) : Long.compare(at, other.at);
        }
    }

    private record Written<T>(T value, long at) {}

    private record Told(String process, Demand demand) {}

    /**
     * A fleet.
     *
     * @param steady nobody comes, goes, stalls or rests, and there is one allocator that is always there
     */
    SimulatedFleet(BudgetRules rules, int size, Duration duration, boolean steady, long seed) {
        this.rules = rules;
        this.random = new Random(seed);
        this.steady = steady;
        this.spiteful = !steady && random.nextBoolean();
        this.calm = new long[] {20, 60, 200}[random.nextInt(3)] * SECOND;
        this.end = START + duration.toNanos();
        for (int i = 0; i < size; i++) {
            join();
        }
        dividers.add(new Divider(0));
        if (!steady) {
            dividers.add(new Divider(upTo((random.nextBoolean() ? 3 : 20) * SECOND)));
            after(upTo(calm), this::shock);
            after(upTo(60 * SECOND), this::changeMood);
        }
    }

    /** True instants at which requests left, in order, nanoseconds. */
    List<Long> run() {
        for (Event next = events.poll(); next != null && next.at() < end; next = events.poll()) {
            now = next.at();
            next.action().run();
        }
        return sent;
    }

    private void after(long delay, Runnable action) {
        events.add(new Event(now + delay, eventCount++, action));
    }

    private long upTo(long bound) {
        return (long) (random.nextDouble() * bound);
    }

    private long between(long from, long to) {
        return from + upTo(to - from);
    }

    private void join() {
        processes.add(new Member());
    }

    private void changeMood() {
        late = !late;
        after(late ? between(SECOND, 10 * SECOND) : between(SECOND, 120 * SECOND), this::changeMood);
    }

    private void shock() {
        after(between(SECOND, calm), this::shock);
        Member process = processes.get(random.nextInt(processes.size()));
        switch (random.nextInt(6)) {
            case 0 -> {
                process.dead = true;
                processes.remove(process);
                long downtime = upTo(20 * SECOND);
                if (processes.isEmpty()) {
                    join();
                } else {
                    after(downtime, this::join);
                }
            }
            case 1 -> process.stalledUntil = now + between(5 * SECOND, 90 * SECOND);
            case 2 -> process.hungry = false;
            case 3 -> processes.forEach(all -> all.hungry = true);
            case 4 -> dividers.get(random.nextInt(dividers.size())).stalledUntil = now + upTo(20 * SECOND);
            default -> {
                Divider old = dividers.removeFirst();
                old.dead = true;
                dividers.addFirst(new Divider(0));
            }
        }
    }

    private void append(Lease lease) {
        leases.add(new Written<>(lease, now));
        processes.forEach(process -> process.leases.send(lease, 0));
        dividers.forEach(divider -> divider.leases.send(lease, divider.lag));
    }

    private void tell(String process, Demand demand) {
        Told told = new Told(process, demand);
        demands.add(new Written<>(told, now));
        dividers.forEach(divider -> divider.demands.send(new Written<>(told, now), divider.lag));
    }

    /** A topic as one reader sees it: in order, and late. */
    private final class Inbox<T> {

        private final Deque<Written<T>> records = new ArrayDeque<>();
        private long last;

        void send(T value, long lag) {
            last = Math.max(last, now + lag + upTo(500 * MILLI));
            records.add(new Written<>(value, last));
        }

        List<T> arrived() {
            List<T> arrived = new ArrayList<>();
            while (!records.isEmpty() && records.getFirst().at() <= now) {
                arrived.add(records.removeFirst().value());
            }
            return arrived;
        }
    }

    /** Something with a clock of its own. */
    private abstract class Machine {

        private final long clockError = clockError();
        boolean dead;
        long stalledUntil;

        private long clockError() {
            long most = rules.clockTolerance().toNanos();
            if (spiteful) {
                return random.nextBoolean() ? most : -most;
            }
            return between(-most, most + 1);
        }

        final Instant clock() {
            return Instant.ofEpochSecond(0, now + clockError);
        }

        /** Does it now and then for as long as the machine lives. */
        final void keep(Runnable action, LongSupplier pause) {
            if (dead) {
                return;
            }
            boolean stalls = stalledUntil > now;
            if (!stalls) {
                action.run();
            }
            after(stalls ? stalledUntil - now : pause.getAsLong(), () -> keep(action, pause));
        }
    }

    private final class Member extends Machine {

        private final String name = "process-" + incarnations++;
        private final LeasedBudget budget = new LeasedBudget(rules, clock());
        private final Inbox<Lease> leases = new Inbox<>();
        private final double need = random.nextDouble() * rules.permitsPerSecond(1) / 2;
        private boolean hungry = true;
        private boolean told;

        Member() {
            long since = now - rules.horizon().multipliedBy(5).toNanos();
            SimulatedFleet.this.leases.stream()
                    .filter(lease -> lease.at() >= since)
                    .forEach(lease -> leases.send(lease.value(), 0));
            keep(this::takePermits, () -> spiteful ? nextPermit() : between(MILLI, 150 * MILLI));
            keep(this::tellDemand, () -> between(900 * MILLI, 1_100 * MILLI));
        }

        private void takePermits() {
            leases.arrived().forEach(lease -> budget.lease(lease.slot(), lease.shareOf(name)));
            while (hungry && budget.reserve(clock()) instanceof Reservation.Granted) {
                sent.add(now);
            }
        }

        /** As soon as one is due, or as late as it is good. */
        private long nextPermit() {
            return switch (budget.reserve(clock())) {
                case Reservation.Wait(Duration wait) ->
                    Math.min(wait.toNanos(), SECOND) + (late ? rules.lateness().toNanos() - 1_000 : 0);
                case Reservation.NotLeased none -> 100 * MILLI;
                case Reservation.Granted granted -> {
                    if (hungry) {
                        sent.add(now);
                    }
                    yield MILLI;
                }
            };
        }

        private void tellDemand() {
            if (hungry || told) {
                tell(name, hungry ? new Demand(need, 2 * need, true) : Demand.NONE);
                told = hungry;
            }
        }
    }

    private final class Divider extends Machine {

        private final Allocator allocator = new Allocator(rules, Split.DEMAND);
        private final Inbox<Lease> leases = new Inbox<>();
        private final Inbox<Written<Told>> demands = new Inbox<>();
        private final long lag;

        Divider(long lag) {
            this.lag = lag;
            long since = now
                    - rules.window()
                            .plus(rules.slack())
                            .plus(rules.horizon())
                            .plus(rules.patience())
                            .toNanos();
            SimulatedFleet.this.demands.stream()
                    .filter(told -> told.at() >= since)
                    .forEach(told -> demands.send(told, lag));
            SimulatedFleet.this.leases.stream()
                    .filter(lease -> lease.at() >= since)
                    .forEach(lease -> leases.send(lease.value(), lag));
            after(steady ? 0 : upTo(5 * SECOND), () -> keep(this::divide, () -> between(50 * MILLI, 250 * MILLI)));
        }

        private void divide() {
            leases.arrived().forEach(lease -> allocator.leased(lease.slot()));
            demands.arrived()
                    .forEach(told -> allocator.demand(
                            told.value().process(), told.value().demand(), 1, 0, Instant.ofEpochSecond(0, told.at())));
            long writtenAfter = upTo(lag == 0 ? 50 * MILLI : 5 * SECOND);
            for (Lease lease : allocator.due(clock())) {
                after(writtenAfter, () -> append(lease));
            }
        }
    }
}
