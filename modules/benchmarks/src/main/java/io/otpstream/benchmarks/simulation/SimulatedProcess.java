package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.simulation.SimulatedKafka.Published;
import io.otpstream.domain.api.GuideApi;
import io.otpstream.domain.api.PublishedApi;
import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.choice.CountryChooser;
import io.otpstream.domain.choice.TrackRecords;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.LifecycleRules;
import io.otpstream.domain.plan.PollStrategy;
import io.otpstream.domain.plan.TenantRules;
import io.otpstream.domain.purchase.PurchaseDecider;
import io.otpstream.domain.purchase.PurchaseRules;
import io.otpstream.streams.calls.ApiAccess;
import io.otpstream.streams.calls.Budgeting;
import io.otpstream.streams.calls.Clocks;
import io.otpstream.streams.choice.Breakers;
import io.otpstream.streams.choice.CountryPlan;
import io.otpstream.streams.process.Buying;
import io.otpstream.streams.process.LookPlan;
import io.otpstream.streams.process.Surroundings;
import io.otpstream.streams.replies.ReplySink;
import io.otpstream.streams.watch.OrderWatch;
import io.otpstream.streams.watch.PushedEvent;
import io.otpstream.streams.watch.TogetherWatch;
import io.otpstream.streams.watch.WatchSettings;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** One process that owns the task for a while: stream thread, dispatcher and producer of replies. */
final class SimulatedProcess {

    /** As the pipeline counts it: HTTP time-out, delivery of the reply, and 2 s for clocks that differ. */
    static final Duration ANSWER_WITHIN =
            Wire.TIMEOUT.plus(ReplyWriter.DELIVERY).plusSeconds(2);

    /** How long a commit takes that a step asked for. */
    private static final Duration COMMIT_TIME = Duration.ofMillis(15);

    private static final long NEVER = Long.MAX_VALUE;

    private static final Duration COMMIT_INTERVAL = Duration.ofMillis(500);
    private static final Duration TARGET_CODE_AGE = Duration.ofMillis(4_400);
    private static final Duration BALANCE_INTERVAL = Duration.ofSeconds(60);
    private static final Duration CATALOG_TTL = Duration.ofSeconds(60);
    private static final String APPLICATION_ID = "simulated";
    private static final int MOST_AT_ONCE = 10;
    private static final int MOST_RECORDS = 10;
    private static final int MOST_SKEW_MILLIS = 900;

    /** What becomes of a process. */
    private enum Condition {
        RUNNING,
        /** Stands still with everything in it. */
        STALLED,
        /** Lives, but has no task any more: answers to its calls still become replies. */
        WITHOUT_TASK,
        DEAD
    }

    private final Agenda agenda;
    private final RandomGenerator random;
    private final Weakness weakness;
    private final Consumer<List<Published>> onCommit;
    private final SimulatedFleet fleet;
    private final Wire wire;
    private final BooleanSupplier lookedTooSoon;
    private final ApiAccess access;
    private final SimulatedTask task;
    private final List<Runnable> missed = new ArrayList<>();
    private Optional<TogetherWatch> pushes = Optional.empty();
    private Condition condition = Condition.RUNNING;
    private @Nullable Runnable insteadOfCommit;
    private long epoch;
    private long ticksNanos;
    private long wakeUps;

    /**
     * Takes the task over and begins to work.
     *
     * @param lookInterval between two looks at all orders, where they are looked at together
     */
    SimulatedProcess(
            Agenda agenda,
            RandomGenerator random,
            Faults faults,
            SimulatedKafka kafka,
            SimulatedVendor vendor,
            Lifecycle lifecycle,
            Weakness weakness,
            SimulatedFleet fleet,
            Set<Integer> countryIds,
            Duration lookInterval,
            Consumer<String> onAmbiguousCreate,
            Consumer<List<Published>> onCommit) {
        this.agenda = agenda;
        this.random = random;
        this.weakness = weakness;
        this.onCommit = onCommit;
        // No two machines agree on what time it is.
        Duration skew = Duration.ofMillis(random.nextInt(2 * MOST_SKEW_MILLIS) - (long) MOST_SKEW_MILLIS);
        InstantSource clock = () -> agenda.instant().plus(skew);
        this.wire = new Wire(agenda, clock, random, faults, vendor, onAmbiguousCreate, this::answered);
        SmsCodeApi api =
                switch (vendor.dialect()) {
                    case GUIDE -> new SimulatedApi(agenda, random, wire, vendor, countryIds);
                    case PUBLISHED -> new SimulatedPublishedApi(wire, random, vendor, countryIds);
                };
        this.lookedTooSoon = api instanceof SimulatedApi guide ? guide::lookedTooSoon : () -> false;
        ReplyWriter replies = new ReplyWriter(agenda, random, faults, kafka, () -> condition != Condition.DEAD);
        Clocks clocks = new Clocks(clock, agenda::nanos);
        this.access = new ApiAccess(
                api,
                new Budgeting(
                        fleet.rules(),
                        PollStrategy.ADAPTIVE,
                        TARGET_CODE_AGE,
                        TenantRules.EQUAL,
                        LifecycleRules.guide().lookGap(),
                        BALANCE_INTERVAL,
                        lookInterval,
                        MOST_AT_ONCE),
                1,
                CATALOG_TTL,
                replies,
                alert -> {},
                fleet.signals(),
                new NoMeter(),
                clocks,
                random,
                (thread, death) -> {});
        this.task = new SimulatedTask(
                agenda,
                clock,
                kafka,
                new Surroundings(
                        lifecycle,
                        access.calls(),
                        new LookPlan(PollStrategy.ADAPTIVE, fleet.learning()::curves, 1, random),
                        access.catalogue(),
                        new CountryPlan(new CountryChooser(0), TrackRecords::none, Breakers.none(), random),
                        watch(api, replies, clock, lookInterval),
                        Buying.of(api, APPLICATION_ID, MOST_AT_ONCE),
                        new PurchaseDecider(PurchaseRules.ordinary()),
                        () -> weakness == Weakness.CALLS_BEFORE_COMMIT ? ++epoch : epoch,
                        replies,
                        weakness == Weakness.DOUBTS_AT_ONCE ? Duration.ofSeconds(-1) : ANSWER_WITHIN,
                        this::tickNanos));
        kafka.onAppend(this::wakeSoon);
        this.fleet = fleet;
        fleet.join(access, () -> condition == Condition.RUNNING || condition == Condition.WITHOUT_TASK);
        wakeSoon();
    }

    private OrderWatch watch(SmsCodeApi api, ReplySink replies, InstantSource clock, Duration interval) {
        return switch (api) {
            case GuideApi guide -> OrderWatch.none();
            case PublishedApi published -> {
                TogetherWatch watch = new TogetherWatch(
                        published,
                        access.control(),
                        replies,
                        clock,
                        new WatchSettings(interval, LifecycleRules.guide().lookGap()));
                access.take(watch);
                pushes = Optional.of(watch);
                yield watch;
            }
        };
    }

    /** The API has pushed an event, and this process has read it. */
    void pushed(PushedEvent event) {
        if (condition == Condition.RUNNING || condition == Condition.WITHOUT_TASK) {
            pushes.ifPresent(watch -> watch.pushed(event));
            wakeSoon();
        }
    }

    boolean isRunning() {
        return condition == Condition.RUNNING;
    }

    /** The most requests that it has sent in any minute. */
    int busiestMinute() {
        return wire.busiestMinute();
    }

    /** Whether it has looked within 5 s of taking over at an order that another owner had looked at. */
    boolean lookedTooSoon() {
        return lookedTooSoon.getAsBoolean();
    }

    /** Kill −9: what is not on the brokers or at the vendor is gone. */
    void die() {
        condition = Condition.DEAD;
    }

    /** Kill −9 just before the next commit, with everything done that goes before it. */
    void dieInsteadOfCommitting(Runnable whenDead) {
        insteadOfCommit = whenDead;
    }

    /** Stands still for so long, then goes on as if nothing had been. */
    void stall(Duration length) {
        condition = Condition.STALLED;
        agenda.after(length, () -> {
            condition = Condition.RUNNING;
            List<Runnable> late = List.copyOf(missed);
            missed.clear();
            late.forEach(Runnable::run);
            wakeSoon();
        });
    }

    /** SIGTERM: no call leaves any more; what is decided is committed, and answers are waited for. */
    void stop(Duration patience) {
        access.close(Duration.ZERO);
        commit();
        task.close();
        condition = Condition.WITHOUT_TASK;
        agenda.after(patience, this::die);
    }

    /** Everything takes a while: after a few steps a tick is over, and the rest is left to the next one. */
    private long tickNanos() {
        ticksNanos += random.nextInt(3_000_000);
        return ticksNanos;
    }

    private void answered(Runnable continuation) {
        switch (condition) {
            case RUNNING, WITHOUT_TASK -> {
                continuation.run();
                wakeSoon();
            }
            case STALLED -> missed.add(continuation);
            case DEAD -> {}
        }
    }

    private void wakeSoon() {
        wakeAfter(Duration.ofMillis(1 + random.nextInt(10)));
    }

    private void wakeAfter(Duration delay) {
        long number = ++wakeUps;
        agenda.after(delay, () -> {
            if (number == wakeUps) {
                wake();
            }
        });
    }

    private void wake() {
        switch (condition) {
            case RUNNING -> {
                access.pump();
                task.work(1 + random.nextInt(MOST_RECORDS));
                commitIfDue();
                Duration idle = access.pump();
                // The task may have been lost meanwhile, or the process.
                switch (condition) {
                    case RUNNING -> wakeAfter(untilWork(idle));
                    case WITHOUT_TASK -> wakeAfter(idle);
                    case STALLED, DEAD -> {}
                }
            }
            case WITHOUT_TASK -> wakeAfter(access.pump());
            case STALLED, DEAD -> {}
        }
    }

    private Duration untilWork(Duration idle) {
        Duration wait = task.untilWork().orElse(idle);
        if (commitAtNanos() < NEVER) {
            wait = shorter(wait, Duration.ofNanos(commitAtNanos() - agenda.nanos()));
        }
        return shorter(wait, idle).plusMillis(1 + random.nextInt(10));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private void commitIfDue() {
        if (agenda.nanos() >= commitAtNanos()) {
            commit();
        }
    }

    private long commitAtNanos() {
        Long dirtySince = task.dirtySinceNanos();
        if (dirtySince == null) {
            return NEVER;
        }
        Long requested = task.commitRequestedNanos();
        long atInterval = dirtySince + COMMIT_INTERVAL.toNanos();
        return requested == null ? atInterval : Math.min(atInterval, requested + COMMIT_TIME.toNanos());
    }

    /** What another has taken over is not committed: the brokers see to that, and the task ends here. */
    private void commit() {
        if (insteadOfCommit != null) {
            die();
            insteadOfCommit.run();
            return;
        }
        if (!task.isOwner() && weakness != Weakness.NO_FENCE) {
            condition = Condition.WITHOUT_TASK;
            task.close();
            return;
        }
        List<Published> published = task.commit();
        epoch++;
        fleet.learning().published(published);
        onCommit.accept(published);
    }
}
