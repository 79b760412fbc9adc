package io.otpstream.benchmarks.simulation;

import io.otpstream.streams.process.Flow;
import io.otpstream.streams.store.PurchaseRow;
import io.otpstream.streams.store.VerificationRow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** One partition of what the brokers hold: what was written for good, and nothing else. */
final class SimulatedKafka {

    /** The sources of the task. */
    enum Source {
        REQUESTS,
        COMMANDS,
        REPLIES
    }

    /** A record of a source. */
    record Entry(String key, Flow.Input input, Instant at) {}

    /** A record that the task wrote, as readers of committed records see it. */
    record Published(String key, Flow.Output output, Instant at) {}

    private final Agenda agenda;
    private final Map<Source, List<Entry>> logs = new EnumMap<>(Source.class);
    private final List<Published> published = new ArrayList<>();
    private final List<Runnable> onAppend = new ArrayList<>();
    private final NavigableMap<String, VerificationRow> rows = new TreeMap<>();
    private final NavigableMap<String, PurchaseRow> purchases = new TreeMap<>();
    private Map<Source, Integer> positions = new EnumMap<>(Source.class);
    private int generation;

    SimulatedKafka(Agenda agenda) {
        this.agenda = agenda;
        for (Source source : Source.values()) {
            logs.put(source, new ArrayList<>());
            positions.put(source, 0);
        }
    }

    /** Another owner takes over: from now on the earlier ones can't commit. */
    int newGeneration() {
        return ++generation;
    }

    boolean isOwner(int ofGeneration) {
        return ofGeneration == generation;
    }

    void append(Source source, String key, Flow.Input input) {
        log(source).add(new Entry(key, input, agenda.instant()));
        List.copyOf(onAppend).forEach(Runnable::run);
    }

    void onAppend(Runnable listener) {
        onAppend.add(listener);
    }

    List<Entry> log(Source source) {
        return logs.getOrDefault(source, List.of());
    }

    NavigableMap<String, VerificationRow> committedRows() {
        return new TreeMap<>(rows);
    }

    NavigableMap<String, PurchaseRow> committedPurchases() {
        return new TreeMap<>(purchases);
    }

    Map<Source, Integer> committedPositions() {
        return new EnumMap<>(positions);
    }

    List<Published> published() {
        return published;
    }

    /**
     * A transaction, whole.
     *
     * @param changedRows what the task has written to its stores; empty for a row that it has deleted
     */
    void commit(
            Map<String, Optional<VerificationRow>> changedRows,
            Map<String, Optional<PurchaseRow>> changedPurchases,
            Map<Source, Integer> newPositions,
            List<Published> written) {
        write(changedRows, rows);
        write(changedPurchases, purchases);
        positions = new EnumMap<>(newPositions);
        published.addAll(written);
    }

    private static <V> void write(Map<String, Optional<V>> changes, Map<String, V> rows) {
        changes.forEach((key, row) -> row.ifPresentOrElse(present -> rows.put(key, present), () -> rows.remove(key)));
    }
}
