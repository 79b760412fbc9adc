package io.otpstream.app.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.otpstream.app.cluster.Cluster;
import io.otpstream.app.cluster.StartAt;
import io.otpstream.app.cluster.TopicReader;
import io.otpstream.app.results.ResultTally;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OrderEventType;
import io.otpstream.contract.Topic;
import io.otpstream.contract.Topics;
import io.otpstream.contract.VerificationCommand;
import io.otpstream.contract.VerificationRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A broker, the simulator and two instances of the pipeline as processes; the instances are killed −9 and started again
 * while requests come in. In the end the topics have to say what the vendor's ledger says.
 */
public final class Chaos {

    private static final Logger LOG = LoggerFactory.getLogger(Chaos.class);
    private static final Duration ENDS_WITHIN = Duration.ofMinutes(10);
    private static final Duration POLL = Duration.ofMillis(200);

    private final ChaosSettings settings;
    private final Path directory;
    private final Narration narration;
    private final ChaosPlan plan;
    private final SplittableRandom random;
    private final Set<String> inFlight = new HashSet<>();

    /** Attempts whose create was under way at a kill, on whatever instance: no other may be in doubt. */
    private final Set<String> doubtable = new HashSet<>();

    /**
     * A run that hasn't begun.
     *
     * @param directory for logs and states; stays the caller's
     * @param narration told how it is going
     */
    public Chaos(ChaosSettings settings, Path directory, Narration narration) {
        this.settings = settings;
        this.directory = directory;
        this.narration = narration;
        this.plan = new ChaosPlan(settings);
        this.random = new SplittableRandom(settings.seed() + 1);
    }

    /** Runs it to its end. */
    public ChaosReport run() throws InterruptedException, ExecutionException, IOException {
        try (World world = World.start(directory, simulatorOptions())) {
            return run(world);
        }
    }

    @SuppressWarnings("try") // what is opened works by itself until it is closed
    private ChaosReport run(World world) throws InterruptedException, ExecutionException, IOException {
        long start = System.nanoTime();
        Cluster cluster = world.cluster();
        SimulatorProbe simulator = world.simulator();
        switch (settings.dialect()) {
            case GUIDE -> {}
            case PUBLISHED -> simulator.spoilCreates(ChaosSettings.HIDDEN_EFFECTS, ChaosSettings.HIDDEN_SHARE);
        }
        int unorderly = 0;
        boolean ended;
        ScheduledExecutorService executor = Executors.newScheduledThreadPool(2);
        try (Instance one = world.instance("chaos-one", settings.instanceOptions());
                Instance two = world.instance("chaos-two", settings.instanceOptions());
                GroupProbe group = new GroupProbe(world.bootstrapServers());
                Texter texter = new Texter(cluster, simulator, executor, settings.seed() + 2);
                Producer<String, VerificationRequest> requests = cluster.producer(Topics.REQUESTS);
                Producer<String, VerificationCommand> commands = cluster.producer(Topics.COMMANDS)) {
            List<Instance> instances = List.of(one, two);
            for (Instance instance : instances) {
                instance.awaitReady();
            }
            sendOnTime(requests, Topics.REQUESTS, plan.requests(), executor);
            sendOnTime(commands, Topics.COMMANDS, plan.commands(), executor);
            killAgainAndAgain(instances, group, new InFlightProbe(world.bootstrapServers()));
            ended = awaitEnd(cluster, simulator);
            for (Instance instance : instances) {
                instance.awaitReady();
                unorderly += instance.stop() ? 0 : 1;
            }
        } finally {
            executor.shutdownNow();
        }
        JsonNode ledger = simulator.ledger();
        // For whoever has to find out what went wrong, as the logs are.
        Files.writeString(directory.resolve("ledger.json"), ledger.toString());
        return report(cluster, ledger, ended, unorderly, Duration.ofNanos(System.nanoTime() - start));
    }

    private List<String> simulatorOptions() {
        return List.of(
                "--dialect",
                settings.dialectWord(),
                "--seed",
                Long.toString(settings.seed()),
                "--speed",
                Double.toString(ChaosSettings.SPEED.factor()),
                // A text needs a number that was published.
                "--codes",
                "0",
                "--latency",
                ChaosSettings.LATENCY.toMillis() + "ms",
                "--order-lifetime",
                ChaosSettings.ORDER_LIFETIME.toMinutes() + "m");
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the producer repeats until the broker has it, or logs
    private static <V> void sendOnTime(
            Producer<String, V> producer,
            Topic<String, V> topic,
            List<ChaosPlan.Step<V>> steps,
            ScheduledExecutorService executor) {
        for (ChaosPlan.Step<V> step : steps) {
            ProducerRecord<String, V> record = new ProducerRecord<>(
                    topic.name(), step.record().requestId(), step.record().value());
            executor.schedule(
                    () -> producer.send(record, (where, failure) -> {
                        if (failure != null) {
                            LOG.error("{} could not be sent", record.key(), failure);
                        }
                    }),
                    Math.max(0, step.after().toMillis()),
                    TimeUnit.MILLISECONDS);
        }
    }

    private void killAgainAndAgain(List<Instance> instances, GroupProbe group, InFlightProbe probe)
            throws InterruptedException, ExecutionException {
        int together = settings.kills() == 0 ? -1 : random.nextInt(settings.kills());
        for (int i = 0; i < settings.kills(); i++) {
            TimeUnit.MILLISECONDS.sleep(ChaosSettings.SHORTEST_PAUSE.toMillis()
                    + random.nextInt(Math.toIntExact(ChaosSettings.PAUSE_SPREAD.toMillis())));
            List<Instance> victims =
                    i == together ? instances : List.of(instances.get(random.nextInt(instances.size())));
            Set<Integer> partitions = new HashSet<>();
            for (Instance victim : victims) {
                victim.awaitReady();
                partitions.addAll(group.partitionsOf(victim.clientId()));
            }
            for (Instance victim : victims) {
                victim.kill();
            }
            note(open(probe), partitions, victims, i + 1);
            narration.stepTo(i + 1);
            for (Instance victim : victims) {
                TimeUnit.MILLISECONDS.sleep(random.nextInt(3_000));
                victim.restart();
            }
        }
    }

    /** In the published dialect a create may be for several requests, and one without an answer is sent again. */
    private Map<String, Integer> open(InFlightProbe probe) throws InterruptedException, ExecutionException {
        return switch (settings.dialect()) {
            case GUIDE -> probe.open();
            case PUBLISHED -> Map.of();
        };
    }

    private void note(Map<String, Integer> open, Set<Integer> partitions, List<Instance> victims, int kill) {
        long before = inFlight.size();
        open.forEach((create, partition) -> {
            doubtable.add(create.substring(0, create.lastIndexOf('/')));
            if (partitions.contains(partition)) {
                inFlight.add(create);
            }
        });
        String names =
                String.join(" and ", victims.stream().map(Instance::clientId).toList());
        String killed = "killed %s (%d of %d)".formatted(names, kill, settings.kills());
        switch (settings.dialect()) {
            case GUIDE -> narration.tell(killed + ", %d posts in flight".formatted(inFlight.size() - before));
            case PUBLISHED -> narration.tell(killed);
        }
    }

    /** Whether everything came to its end. */
    private boolean awaitEnd(Cluster cluster, SimulatorProbe simulator) throws IOException, InterruptedException {
        ResultTally tally = new ResultTally();
        long deadline = System.nanoTime() + ENDS_WITHIN.toNanos();
        int told = -1;
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, ResultTally.TOPICS)) {
            while (System.nanoTime() - deadline < 0) {
                reader.poll(POLL).forEach(tally::add);
                if (tally.hasAll(plan.requestIds()) && isSettled(tally, simulator.ledger())) {
                    return true;
                }
                narration.stepTo(settings.kills() + tally.finalRecords());
                int hundreds = tally.finalRecords() / 100;
                if (hundreds != told) {
                    told = hundreds;
                    narration.tell("%d of %d requests have ended".formatted(tally.finalRecords(), settings.requests()));
                }
            }
        }
        return false;
    }

    /** No order can cost anything any more, and all that did is on the topics. */
    private static boolean isSettled(ResultTally tally, JsonNode ledger) {
        JsonNode totals = ledger.path("totals");
        return totals.path("live_orders").longValue() == 0
                && totals.path("spent_idr").longValue() == tally.spentIdr()
                && tally.inFlight() == 0;
    }

    private ChaosReport report(Cluster cluster, JsonNode ledger, boolean ended, int unorderly, Duration took) {
        ResultTally tally = new ResultTally();
        List<OrderEvent> events = new ArrayList<>();
        // Read anew to the end: what counts is what the topics hold, and a duplicate may come last.
        try (TopicReader reader = cluster.reader(StartAt.BEGINNING, ResultTally.TOPICS)) {
            reader.readToEnd(record -> {
                tally.add(record);
                if (record.isFrom(Topics.ORDERS)) {
                    record.read(Topics.ORDERS).ifPresent(events::add);
                }
            });
        }
        ChaosLedger orders = new ChaosLedger(ledger, events);
        PurchaseLedger purchases = new PurchaseLedger(ledger, events);
        return new ChaosReport(
                settings,
                ended,
                tally.finalRecords(),
                tally.codes(),
                tally.withoutCode(),
                tally.lost(plan.requestIds()),
                tally.twice(),
                ledger.path("totals").path("orders").longValue(),
                switch (settings.dialect()) {
                    case GUIDE -> orders.unexplained();
                    case PUBLISHED -> purchases.unexplained();
                },
                switch (settings.dialect()) {
                    case GUIDE -> orders.doubtedWithoutNeed(doubtable);
                    case PUBLISHED -> List.of();
                },
                switch (settings.dialect()) {
                    case GUIDE -> List.of();
                    case PUBLISHED -> purchases.chargedTwice();
                },
                purchases.replays(),
                count(events, OrderEventType.IN_DOUBT),
                count(events, OrderEventType.ORPHANED),
                inFlight.size(),
                orders.shortestLookGap(),
                ledger.path("totals").path("spent_idr").longValue(),
                tally.spentIdr(),
                ledger.path("totals").path("requests_429").longValue(),
                unorderly,
                took.toSeconds());
    }

    private static long count(List<OrderEvent> events, OrderEventType type) {
        return events.stream().filter(event -> event.type() == type).count();
    }
}
