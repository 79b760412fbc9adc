package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.simulation.SimulatedKafka.Published;
import io.otpstream.benchmarks.simulation.SimulatedKafka.Source;
import io.otpstream.domain.api.Dialect;
import io.otpstream.domain.lifecycle.Event;
import io.otpstream.domain.lifecycle.InDoubtPolicy;
import io.otpstream.domain.lifecycle.Lifecycle;
import io.otpstream.domain.lifecycle.LifecycleRules;
import io.otpstream.streams.process.Flow;
import io.otpstream.streams.store.VerificationRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/**
 * One run of the pipeline in a world in which everything goes wrong that the seed says, until all requests have ended
 * and the vendor holds no live order any more.
 */
public final class Simulation {

    private static final Duration LONGEST = Duration.ofHours(12);
    private static final int MOST_REQUESTS = 6;
    private static final int[] LIMITS = {20, 60, 300};

    private final long seed;
    private final Weakness weakness;
    private final Dialect dialect;
    private final Agenda agenda = new Agenda();
    private final RandomGenerator random;
    private final Faults faults;
    private final SimulatedKafka kafka = new SimulatedKafka(agenda);
    private final SimulatedVendor vendor;
    private final Lifecycle lifecycle;
    private final int requestsPerMinute;
    private final SimulatedFleet fleet;
    private final Set<Integer> countryIds;
    private final Requesters requesters;
    private final Set<String> doubtful = new HashSet<>();
    private final List<SimulatedProcess> processes = new ArrayList<>();
    private int disruptions;

    private Simulation(long seed, Weakness weakness, Dialect dialect) {
        this.seed = seed;
        this.weakness = weakness;
        this.dialect = dialect;
        this.random = new Random(seed);
        this.faults = Faults.drawn(random);
        InDoubtPolicy policy = random.nextInt(4) == 0 ? InDoubtPolicy.FAIL : InDoubtPolicy.REORDER;
        LifecycleRules rules = rules(dialect, random).withInDoubtPolicy(policy);
        this.lifecycle =
                new Lifecycle(weakness == Weakness.HASTY_LOOKS ? rules.withLookGap(Duration.ofSeconds(4)) : rules);
        VendorRules vendorRules = VendorRules.unlimited(random.nextBoolean() ? Duration.ZERO : Duration.ofMinutes(2));
        this.vendor = new SimulatedVendor(
                agenda,
                switch (dialect) {
                    case GUIDE -> vendorRules;
                    case PUBLISHED -> vendorRules.published();
                });
        this.requestsPerMinute = LIMITS[random.nextInt(LIMITS.length)];
        this.fleet = new SimulatedFleet(
                agenda, weakness == Weakness.GENEROUS_BUDGET ? 2 * requestsPerMinute : requestsPerMinute);
        this.countryIds = random.nextBoolean() ? Set.of(6) : new TreeSet<>(Set.of(6, 8));
        this.requesters = new Requesters(agenda, random, kafka, vendor, List.copyOf(countryIds));
    }

    private static LifecycleRules rules(Dialect dialect, RandomGenerator random) {
        return switch (dialect) {
            case GUIDE -> LifecycleRules.guide();
            case PUBLISHED -> LifecycleRules.published(random.nextBoolean());
        };
    }

    /** Runs it to its end. */
    public static SimulationResult run(long seed, Dialect dialect) {
        return run(seed, Weakness.NONE, dialect);
    }

    static SimulationResult run(long seed, Weakness weakness, Dialect dialect) {
        Simulation simulation = new Simulation(seed, weakness, dialect);
        try {
            return simulation.run();
        } catch (RuntimeException broken) {
            return simulation.result(0, 0, List.of("threw " + broken));
        }
    }

    private SimulationResult run() {
        requesters.ask(1 + random.nextInt(MOST_REQUESTS));
        takeOver();
        while (!isOver() && agenda.nanos() < LONGEST.toNanos()) {
            agenda.step();
        }
        Invariants invariants = new Invariants(kafka, vendor, requesters.requestIds(), explanations());
        invariants.check(isOver());
        invariants.checkProcesses(processes, requestsPerMinute);
        return result(invariants.inDoubt(), invariants.orphaned(), invariants.violations());
    }

    private Explanations explanations() {
        return switch (dialect) {
            case GUIDE -> new Explanations.ByCalls(doubtful);
            case PUBLISHED -> new Explanations.ByEvents();
        };
    }

    private SimulationResult result(int inDoubt, int orphaned, List<String> violations) {
        return new SimulationResult(
                seed,
                requesters.requestIds().size(),
                vendor.orders().size(),
                disruptions,
                inDoubt,
                orphaned,
                fingerprint(),
                violations);
    }

    private void takeOver() {
        markCreatesUnderWay();
        processes.add(new SimulatedProcess(
                agenda,
                random,
                faults,
                kafka,
                vendor,
                lifecycle,
                weakness,
                fleet,
                countryIds,
                lookInterval(),
                this::ambiguous,
                this::committed));
    }

    /** As the pipeline has it: never more than a quarter of the limit. */
    private Duration lookInterval() {
        Duration affordable = Duration.ofMinutes(4).dividedBy(requestsPerMinute);
        Duration gap = LifecycleRules.guide().lookGap();
        return affordable.compareTo(gap) > 0 ? affordable : gap;
    }

    /** In the published dialect a create is named by its key, and nothing has to be doubted. */
    private void ambiguous(String callId) {
        switch (dialect) {
            case GUIDE -> doubtful.add(callId.substring(0, callId.lastIndexOf('/')));
            case PUBLISHED -> {}
        }
    }

    /** Right after the commit, and before anything that it allows was done. */
    private void committed(List<Published> published) {
        requesters.read(published);
        SimulatedProcess owner = processes.getLast();
        if (disruptions >= faults.disruptions() || !owner.isRunning()) {
            return;
        }
        double dice = random.nextDouble();
        if (dice < faults.crashAfterCommit()) {
            owner.die();
            passOn(Duration.ofMillis(random.nextInt(30_000)));
        } else if (dice < faults.crashAfterCommit() + faults.crashBeforeCommit()) {
            killSoon(owner);
        } else if (dice < faults.crashAfterCommit() + faults.crashBeforeCommit() + faults.stall()) {
            Duration takenOverAfter = Duration.ofMillis(3_000 + random.nextInt(20_000));
            owner.stall(takenOverAfter.plusMillis(random.nextInt(60_000)));
            passOn(takenOverAfter);
        } else if (random.nextDouble() < faults.move()) {
            agenda.after(Duration.ofMillis(random.nextInt(100)), () -> stopSoon(owner));
        }
    }

    /** In the middle of whatever it is doing, or when it has done all that goes before a commit. */
    private void killSoon(SimulatedProcess owner) {
        if (random.nextBoolean()) {
            owner.dieInsteadOfCommitting(() -> {
                if (processes.getLast() == owner) {
                    passOn(Duration.ofMillis(random.nextInt(30_000)));
                }
            });
        } else {
            agenda.after(Duration.ofMillis(random.nextInt(100)), () -> kill(owner));
        }
    }

    private void kill(SimulatedProcess owner) {
        if (owner.isRunning() && processes.getLast() == owner) {
            owner.die();
            passOn(Duration.ofMillis(random.nextInt(30_000)));
        }
    }

    private void stopSoon(SimulatedProcess owner) {
        if (owner.isRunning() && processes.getLast() == owner) {
            owner.stop(Duration.ofSeconds(4));
            passOn(Duration.ofMillis(random.nextInt(5_000)));
        }
    }

    private void passOn(Duration after) {
        disruptions++;
        agenda.after(after, this::takeOver);
    }

    /**
     * Creates that were committed, and whose answers are not on the topic: the next owner may have to doubt them. Their
     * times tell them apart, since after a crash numbers may be used again.
     */
    private void markCreatesUnderWay() {
        Set<String> answered = new HashSet<>();
        for (SimulatedKafka.Entry reply : kafka.log(Source.REPLIES)) {
            if (reply.input() instanceof Flow.Input.Occurred(Event.CreateAnswered answer)) {
                answered.add(reply.key() + "/" + answer.create().sendBy());
            }
        }
        for (Map.Entry<String, VerificationRow> row : kafka.committedRows().entrySet()) {
            VerificationRow.CreateRow create = row.getValue().create();
            VerificationRow.HistoryRow history = row.getValue().history();
            if (create != null && history != null && !answered.contains(row.getKey() + "/" + create.sendBy())) {
                doubtful.add(row.getKey() + "/" + history.attempt());
            }
        }
    }

    private boolean isOver() {
        return Invariants.finalRecords(kafka.published()).keySet().containsAll(requesters.requestIds())
                && !vendor.hasLiveOrders()
                && kafka.committedPurchases().isEmpty()
                && kafka.committedRows().values().stream().allMatch(Simulation::isSettled);
    }

    private static boolean isSettled(VerificationRow row) {
        VerificationRow.HistoryRow history = row.history();
        return row.phase() == VerificationRow.Phase.SETTLED
                && history != null
                && history.cleanups().isEmpty()
                && row.order() == null;
    }

    private long fingerprint() {
        long hash = vendor.fingerprint();
        for (Published each : kafka.published()) {
            hash = 31 * hash + each.at().hashCode();
            hash = 31 * hash + each.key().hashCode();
            hash = 31 * hash + each.output().toString().hashCode();
        }
        return hash;
    }
}
