package io.otpstream.benchmarks.simulation;

import io.otpstream.streams.store.VerificationRow;
import io.otpstream.streams.store.VerificationStoreBuilder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Set;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a task that has not committed yet.
 *
 * @param changed keys of what was written, for the commit to take
 */
record InMemoryRows(NavigableMap<String, VerificationRow> rows, Set<String> changed)
        implements KeyValueStore<String, VerificationRow> {

    @Override
    public @Nullable VerificationRow get(String key) {
        return rows.get(key);
    }

    @Override
    public void put(String key, VerificationRow value) {
        changed.add(key);
        rows.put(key, value);
    }

    @Override
    public @Nullable VerificationRow putIfAbsent(String key, VerificationRow value) {
        changed.add(key);
        return rows.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<String, VerificationRow>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public @Nullable VerificationRow delete(String key) {
        changed.add(key);
        return rows.remove(key);
    }

    @Override
    public KeyValueIterator<String, VerificationRow> range(@Nullable String from, @Nullable String to) {
        NavigableMap<String, VerificationRow> tail = from == null ? rows : rows.tailMap(from, true);
        return new Rows(to == null ? tail : tail.headMap(to, true));
    }

    @Override
    public KeyValueIterator<String, VerificationRow> all() {
        return new Rows(rows);
    }

    @Override
    public long approximateNumEntries() {
        return rows.size();
    }

    @Override
    public String name() {
        return VerificationStoreBuilder.NAME;
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        // Nothing to open.
    }

    @Override
    public void close() {
        // Nothing to give back.
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** A copy, so that the rows may change meanwhile, as with a snapshot of RocksDB. */
    private static final class Rows implements KeyValueIterator<String, VerificationRow> {

        private final Iterator<Map.Entry<String, VerificationRow>> entries;
        private Map.@Nullable Entry<String, VerificationRow> next;

        Rows(NavigableMap<String, VerificationRow> rows) {
            entries = List.copyOf(rows.entrySet()).iterator();
            advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public KeyValue<String, VerificationRow> next() {
            Map.Entry<String, VerificationRow> entry = next;
            if (entry == null) {
                throw new NoSuchElementException();
            }
            advance();
            return KeyValue.pair(entry.getKey(), entry.getValue());
        }

        @Override
        public String peekNextKey() {
            if (next == null) {
                throw new NoSuchElementException();
            }
            return next.getKey();
        }

        @Override
        public void close() {
            // Nothing to give back.
        }

        private void advance() {
            next = entries.hasNext() ? entries.next() : null;
        }
    }
}
