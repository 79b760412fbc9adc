package io.otpstream.benchmarks.simulation;

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
 * @param name of the store
 * @param changed keys of what was written, for the commit to take
 */
record InMemoryRows<V>(String name, NavigableMap<String, V> rows, Set<String> changed)
        implements KeyValueStore<String, V> {

    @Override
    public @Nullable V get(String key) {
        return rows.get(key);
    }

    @Override
    public void put(String key, V value) {
        changed.add(key);
        rows.put(key, value);
    }

    @Override
    public @Nullable V putIfAbsent(String key, V value) {
        changed.add(key);
        return rows.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<String, V>> entries) {
        entries.forEach(entry -> put(entry.key, entry.value));
    }

    @Override
    public @Nullable V delete(String key) {
        changed.add(key);
        return rows.remove(key);
    }

    @Override
    public KeyValueIterator<String, V> range(@Nullable String from, @Nullable String to) {
        NavigableMap<String, V> tail = from == null ? rows : rows.tailMap(from, true);
        return new Rows<>(to == null ? tail : tail.headMap(to, true));
    }

    @Override
    public KeyValueIterator<String, V> all() {
        return new Rows<>(rows);
    }

    @Override
    public long approximateNumEntries() {
        return rows.size();
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
    private static final class Rows<V> implements KeyValueIterator<String, V> {

        private final Iterator<Map.Entry<String, V>> entries;
        private Map.@Nullable Entry<String, V> next;

        Rows(NavigableMap<String, V> rows) {
            entries = List.copyOf(rows.entrySet()).iterator();
            advance();
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public KeyValue<String, V> next() {
            Map.Entry<String, V> entry = next;
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
