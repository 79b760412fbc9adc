package io.otpstream.benchmarks.simulation;

import io.otpstream.benchmarks.simulation.SimulatedKafka.Entry;
import io.otpstream.benchmarks.simulation.SimulatedKafka.Published;
import io.otpstream.benchmarks.simulation.SimulatedKafka.Source;
import io.otpstream.streams.process.Flow;
import io.otpstream.streams.process.OrderCreator;
import io.otpstream.streams.process.OrderPoller;
import io.otpstream.streams.process.Surroundings;
import io.otpstream.streams.process.TaskClock;
import io.otpstream.streams.store.PurchaseRow;
import io.otpstream.streams.store.Purchases;
import io.otpstream.streams.store.VerificationRow;
import io.otpstream.streams.store.VerificationStore;
import io.otpstream.streams.store.VerificationStoreBuilder;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** The task of one owner: the real steps, chained as the topology chains them, and a transaction that may be open. */
final class SimulatedTask {

    private final Agenda agenda;
    private final InstantSource wall;
    private final SimulatedKafka kafka;
    private final int generation;
    private final NavigableMap<String, VerificationRow> rows;
    private final Set<String> changedRows = new TreeSet<>();
    private final NavigableMap<String, PurchaseRow> purchaseRows;
    private final Set<String> changedPurchases = new TreeSet<>();
    private final Map<Source, Integer> positions;
    private final VerificationStore store;
    private final InMemoryRows<PurchaseRow> purchases;
    private final TaskClock clock;
    private final OrderCreator creator;
    private final OrderPoller poller;
    private final List<Punctuation> punctuations = new ArrayList<>();
    private final List<Published> written = new ArrayList<>();
    private @Nullable Long dirtySinceNanos;
    private @Nullable Long commitRequestedNanos;

    private static final class Punctuation {
        private final Duration interval;
        private final Punctuator punctuator;
        private long atNanos;

        Punctuation(Duration interval, Punctuator punctuator, long atNanos) {
            this.interval = interval;
            this.punctuator = punctuator;
            this.atNanos = atNanos;
        }
    }

    /**
     * Takes over what is committed.
     *
     * @param wall the clock of its process
     */
    SimulatedTask(Agenda agenda, InstantSource wall, SimulatedKafka kafka, Surroundings surroundings) {
        this.agenda = agenda;
        this.wall = wall;
        this.kafka = kafka;
        this.generation = kafka.newGeneration();
        this.rows = kafka.committedRows();
        this.positions = kafka.committedPositions();
        this.purchaseRows = kafka.committedPurchases();
        this.store = new VerificationStore(new InMemoryRows<>(VerificationStoreBuilder.NAME, rows, changedRows));
        this.purchases = new InMemoryRows<>(Purchases.NAME, purchaseRows, changedPurchases);
        this.clock = new TaskClock(surroundings.nanos());
        this.creator = new OrderCreator(surroundings);
        this.poller = new OrderPoller(surroundings);
        poller.init(new StepContext<String, Flow.Output>(this, this::write));
        creator.init(new StepContext<String, Flow>(this, record -> poller.process(flow(record))));
        clock.init(new StepContext<String, Flow>(this, record -> creator.process(flow(record))));
    }

    /** On the clock of its process. */
    Instant now() {
        return wall.instant();
    }

    StateStore store(String name) {
        return name.equals(Purchases.NAME) ? purchases : store;
    }

    /** Whether nobody has taken over. */
    boolean isOwner() {
        return kafka.isOwner(generation);
    }

    Cancellable schedule(Duration interval, Punctuator punctuator) {
        Punctuation punctuation = new Punctuation(interval, punctuator, agenda.nanos() + interval.toNanos());
        punctuations.add(punctuation);
        return () -> punctuations.remove(punctuation);
    }

    /** Processes up to so many records, the oldest first, and then punctuates. */
    void work(int records) {
        for (int i = 0; i < records; i++) {
            Optional<Source> next = nextSource();
            if (next.isEmpty()) {
                break;
            }
            Entry entry = kafka.log(next.get()).get(position(next.get()));
            positions.merge(next.get(), 1, Integer::sum);
            soil();
            clock.process(new Record<>(entry.key(), entry.input(), now().toEpochMilli()));
        }
        for (Punctuation punctuation : List.copyOf(punctuations)) {
            if (punctuations.contains(punctuation) && punctuation.atNanos <= agenda.nanos()) {
                punctuation.atNanos = agenda.nanos() + punctuation.interval.toNanos();
                soil();
                punctuation.punctuator.punctuate(now().toEpochMilli());
            }
        }
    }

    /** A step wants what it did committed soon. */
    void requestCommit() {
        if (commitRequestedNanos == null) {
            commitRequestedNanos = agenda.nanos();
        }
    }

    /** Since when a step wants what it did committed; null if none does. */
    @Nullable
    Long commitRequestedNanos() {
        return commitRequestedNanos;
    }

    /** Since when something is uncommitted; null if nothing is. */
    @Nullable
    Long dirtySinceNanos() {
        return dirtySinceNanos;
    }

    /** Until a record waits, or a punctuation is due; empty if nothing is to come. */
    Optional<Duration> untilWork() {
        if (nextSource().isPresent()) {
            return Optional.of(Duration.ZERO);
        }
        return punctuations.stream()
                .map(punctuation -> Duration.ofNanos(Math.max(0, punctuation.atNanos - agenda.nanos())))
                .min(Comparator.naturalOrder());
    }

    /** What was written since the last commit, now for all to read. */
    List<Published> commit() {
        List<Published> committed = List.copyOf(written);
        kafka.commit(taken(changedRows, rows), taken(changedPurchases, purchaseRows), positions, committed);
        written.clear();
        dirtySinceNanos = null;
        commitRequestedNanos = null;
        return committed;
    }

    private static <V> Map<String, Optional<V>> taken(Set<String> changed, Map<String, V> rows) {
        Map<String, Optional<V>> changes = new TreeMap<>();
        changed.forEach(key -> changes.put(key, Optional.ofNullable(rows.get(key))));
        changed.clear();
        return changes;
    }

    /** The task ends here, in order or because another has it. */
    void close() {
        creator.close();
        poller.close();
        punctuations.clear();
    }

    private Optional<Source> nextSource() {
        Source oldest = null;
        for (Source source : Source.values()) {
            if (position(source) < kafka.log(source).size()
                    && (oldest == null || at(source).isBefore(at(oldest)))) {
                oldest = source;
            }
        }
        return Optional.ofNullable(oldest);
    }

    private Instant at(Source source) {
        return kafka.log(source).get(position(source)).at();
    }

    private int position(Source source) {
        return positions.getOrDefault(source, 0);
    }

    private void soil() {
        if (dirtySinceNanos == null) {
            dirtySinceNanos = agenda.nanos();
        }
    }

    private void write(Record<? extends String, ? extends Flow.Output> record) {
        written.add(new Published(record.key(), record.value(), now()));
    }

    private static Record<String, Flow> flow(Record<? extends String, ? extends Flow> record) {
        return new Record<>(record.key(), record.value(), record.timestamp());
    }
}
