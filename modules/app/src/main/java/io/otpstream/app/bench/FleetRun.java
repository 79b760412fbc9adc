package io.otpstream.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.app.bench.FleetSettings.Split;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;

/** One fleet, in a world of its own, at the speed of the real one. For one thread. */
final class FleetRun {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final Duration GLANCE = Duration.ofSeconds(5);

    /** The first orders run into their time-out only after this, and until then there are none to cancel. */
    private static final Duration SHORTEST_WARM_UP = Duration.ofSeconds(100);

    private static final Duration LONGEST_WARM_UP = Duration.ofMinutes(5);
    private static final Duration STEADY = Duration.ofSeconds(30);
    private static final double STEADY_WITHIN = 0.05;

    private final FleetSettings settings;
    private final int size;
    private final Split split;
    private final Narration narration;
    private final World world;
    private final FleetLoad load;
    private final GroupProbe group;
    private final List<Instance> instances;
    private final List<Integer> minutes = new ArrayList<>();
    private final List<Integer> membershipMinutes = new ArrayList<>();

    private FleetRun(
            FleetSettings settings,
            int size,
            Split split,
            Narration narration,
            World world,
            FleetLoad load,
            GroupProbe group,
            List<Instance> instances) {
        this.settings = settings;
        this.size = size;
        this.split = split;
        this.narration = narration;
        this.world = world;
        this.load = load;
        this.group = group;
        this.instances = instances;
    }

    /**
     * Starts a fleet, measures it and ends it.
     *
     * @param directory for logs and states, of this fleet alone
     * @param narration told how it is going
     */
    static FleetFigures run(FleetSettings settings, int size, Split split, Path directory, Narration narration)
            throws InterruptedException, ExecutionException, IOException {
        List<Instance> instances = new ArrayList<>();
        try (World world = World.start(directory, List.of("--seed", Long.toString(settings.seed())));
                GroupProbe group = new GroupProbe(world.bootstrapServers())) {
            world.simulator().makeRich();
            for (int i = 0; i < size; i++) {
                instances.add(world.instance("fleet-" + (i + 1), split.instanceOptions()));
            }
            for (Instance instance : instances) {
                instance.awaitReady();
            }
            try (FleetLoad load = new FleetLoad(world.cluster(), group.partitions(), settings.seed())) {
                return new FleetRun(settings, size, split, narration, world, load, group, instances).measure();
            }
        } finally {
            instances.forEach(Instance::close);
        }
    }

    private FleetFigures measure() throws InterruptedException, ExecutionException, IOException {
        warmUp();
        if (split == Split.STATIC) {
            minutes.addAll(measureMinutes(FleetSettings.STATIC_MINUTES));
        } else if (size == 1) {
            minutes.addAll(measureMinutes(settings.minutes()));
        } else {
            int before = (settings.minutes() + 1) / 2;
            minutes.addAll(measureMinutes(before));
            membershipMinutes.addAll(changeMembers());
            minutes.addAll(measureMinutes(settings.minutes() - before));
        }
        return figures();
    }

    /** Until as much of the budget is used as in the half minute before. */
    private void warmUp() throws InterruptedException, IOException {
        long start = System.nanoTime();
        load.keepUpUntil(start + SHORTEST_WARM_UP.toNanos());
        while (!isSteady() && System.nanoTime() - start < LONGEST_WARM_UP.toNanos()) {
            load.keepUpUntil(System.nanoTime() + GLANCE.toNanos());
        }
    }

    private boolean isSteady() throws InterruptedException, IOException {
        Arrivals arrivals = world.simulator().arrivals();
        long span = STEADY.toNanos();
        int last = arrivals.between(arrivals.nowNanos() - span, arrivals.nowNanos());
        int before = arrivals.between(arrivals.nowNanos() - 2 * span, arrivals.nowNanos() - span);
        return Math.abs(last - before) <= STEADY_WITHIN * FleetSettings.LIMIT * span / MINUTE;
    }

    private List<Integer> measureMinutes(int count) throws InterruptedException, IOException {
        long from = world.simulator().arrivals().nowNanos();
        load.keepUpUntil(System.nanoTime() + count * MINUTE);
        List<Integer> measured = world.simulator().arrivals().minutes(from, count);
        tell("requests per minute: " + measured);
        return measured;
    }

    /** The instance with the busiest partition is killed, and another one comes. Whole minutes, until it is calm. */
    private List<Integer> changeMembers() throws InterruptedException, ExecutionException, IOException {
        Instance victim = instances.get(0);
        for (Instance instance : instances) {
            if (group.partitionsOf(instance.clientId()).contains(SkewedIds.HOT_PARTITION)) {
                victim = instance;
            }
        }
        long from = world.simulator().arrivals().nowNanos();
        long killed = System.nanoTime();
        victim.kill();
        instances.remove(victim);
        tell(victim.clientId() + " was killed");
        load.keepUpUntil(killed + FleetSettings.AROUND_CHANGE.toNanos());
        Instance replacement = world.instance("fleet-" + (size + 1), split.instanceOptions());
        instances.add(replacement);
        replacement.awaitReady();
        tell(replacement.clientId() + " is ready");
        long calm = System.nanoTime() + FleetSettings.AROUND_CHANGE.toNanos();
        int count = Math.toIntExact((calm - killed + MINUTE - 1) / MINUTE);
        load.keepUpUntil(killed + count * MINUTE);
        List<Integer> measured = world.simulator().arrivals().minutes(from, count);
        tell("requests per minute while members changed: " + measured);
        return measured;
    }

    private FleetFigures figures() throws InterruptedException, IOException {
        long deaths = instances.stream().filter(each -> !each.isAlive()).count();
        for (Instance instance : instances) {
            instance.stop();
        }
        // Nobody calls any more, so that both tell of the same requests.
        JsonNode totals = world.simulator().ledger().path("totals");
        Arrivals arrivals = world.simulator().arrivals();
        if (totals.path("requests").longValue() != arrivals.nanos().size()) {
            throw new IllegalStateException("the simulator has forgotten when the first requests came");
        }
        return new FleetFigures(
                minutes,
                membershipMinutes,
                arrivals.largestSlidingMinute(),
                totals.path("requests_429").longValue(),
                load.smallestBacklog(),
                deaths);
    }

    private void tell(String line) {
        narration.tell("%d, %s: %s".formatted(size, split.label(), line));
    }
}
