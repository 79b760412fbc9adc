package io.otpstream.streams.store;

import io.otpstream.domain.lifecycle.Due;
import io.otpstream.domain.lifecycle.Priority;
import io.otpstream.domain.lifecycle.State;
import io.otpstream.domain.plan.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * The verifications of one partition: request id → state, and which of them comes next.
 *
 * <p>The rows of a key-value store are the truth; the order is kept on the heap and made from the rows when a task
 * starts. Belongs to the task's thread.
 */
public final class VerificationStore implements StateStore {

    private final KeyValueStore<String, VerificationRow> rows;
    private @Nullable VerificationIndex index;
    private @Nullable String sweptUpTo;

    /** @param rows the truth; opened and closed together with this store */
    public VerificationStore(KeyValueStore<String, VerificationRow> rows) {
        this.rows = rows;
    }

    /** The state; {@link State.Unknown} if nothing is stored. */
    public State get(String requestId) {
        return kept(requestId).state();
    }

    /** The state with what is kept beside it. */
    public Kept kept(String requestId) {
        VerificationRow row = rows.get(requestId);
        return row == null
                ? new Kept(new State.Unknown(), null)
                : new Kept(RowMapper.toState(row), RowMapper.toTrace(row));
    }

    /** Stores the state with what is kept beside it, and gives the verification its place in the order. */
    public void put(String requestId, Kept kept) {
        VerificationRow row = RowMapper.toRow(kept.state());
        if (row == null) {
            rows.delete(requestId);
        } else {
            rows.put(requestId, row.with(kept.trace()));
        }
        index().update(requestId, kept.state());
    }

    /** The lanes in which a waiting request may be ordered now. */
    public Set<Lane> readyLanes(Instant now) {
        return index().waiting().lanes(now);
    }

    /** The waiting request whose turn it is in a lane that {@link #readyLanes} has named. */
    public WaitingRequest firstReady(Lane lane) {
        return index().waiting().firstOf(lane);
    }

    /** The same, and those whose turn is next: first come, first served, and no more than so many. */
    public List<WaitingRequest> firstReady(Lane lane, int atMost) {
        return index().waiting().firstOf(lane, atMost);
    }

    /** When the next waiting request may be ordered: {@link Instant#MIN} if one is ready; null if none waits. */
    public @Nullable Instant nextReady() {
        return index().waiting().next();
    }

    /** A waiting request lets others go first until then. Not remembered beyond this task. */
    public void postpone(String requestId, Instant until) {
        index().waiting().postpone(requestId, until);
    }

    /** How many requests wait. */
    public int waiting(Priority priority) {
        return index().waiting().count(priority);
    }

    /** When the request came that is ready and has waited longest; null if none is ready. */
    public @Nullable Instant oldestReady() {
        return index().waiting().oldest();
    }

    /** How many verifications have an order which is not over. */
    public int openOrders() {
        return index().openOrders();
    }

    /** All calls of this kind that are due, first due first. Nothing may be stored while it is read. */
    public Iterable<CallCandidate> calls(Due.Kind kind, Instant now) {
        return index().calls(kind, now);
    }

    /** The verification that is due first, of those whose next step is of this kind; null if none is due. */
    public @Nullable String firstDue(Due.Kind kind, Instant now) {
        return index().firstDue(kind, now);
    }

    /** How many calls of this kind are due, counted up to {@code most}. */
    public int due(Due.Kind kind, Instant now, int most) {
        return index().due(kind, now, most);
    }

    /** When the next one of this kind is due; null if there is none. */
    public @Nullable Instant nextDue(Due.Kind kind) {
        return index().nextDue(kind);
    }

    /** The verifications that have an order which is not over, as they are now, first due first. */
    public Set<String> withOrders() {
        return index().withOrders();
    }

    /** Tells which orders are to be watched: now of all requests, and from now on of each with which that changes. */
    public void follow(OrderFollower follower) {
        index().follow(follower);
    }

    /** The requests for which a create may be under way, as they are now. */
    public Map<String, State.Placing> placing() {
        return index().placing();
    }

    /**
     * Deletes what need not be known any more, from where the last sweep ended, until the time is over, but
     * one row at least.
     *
     * @param isOver whether the time is over
     * @return whether all rows were gone through; the next sweep then begins anew
     */
    public boolean sweep(Instant now, BooleanSupplier isOver) {
        try (KeyValueIterator<String, VerificationRow> rest = rows.range(sweptUpTo, null)) {
            while (rest.hasNext()) {
                KeyValue<String, VerificationRow> row = rest.next();
                if (isForgettable(row.value, now)) {
                    rows.delete(row.key);
                }
                // At least one row each time, so that a busy task gets to the end as well.
                if (rest.hasNext() && isOver.getAsBoolean()) {
                    sweptUpTo = rest.peekNextKey();
                    return false;
                }
            }
        }
        sweptUpTo = null;
        return true;
    }

    private static boolean isForgettable(VerificationRow row, Instant now) {
        return switch (RowMapper.toState(row)) {
            case State.WithdrawnAhead ahead -> !ahead.forgetAt().isAfter(now);
            case State.SettledUnread unread -> !unread.forgetAt().isAfter(now);
            case State.Settled settled ->
                !settled.forgetAt().isAfter(now) && settled.history().cleanups().isEmpty();
            case State.Unknown unknown -> true;
            case State.Waiting waiting -> false;
            case State.Placing placing -> false;
            case State.Open open -> false;
            case State.Cancelling cancelling -> false;
        };
    }

    /** Made at first use, which is when the rows have been restored. */
    private VerificationIndex index() {
        if (index == null) {
            VerificationIndex made = new VerificationIndex();
            try (KeyValueIterator<String, VerificationRow> all = rows.all()) {
                all.forEachRemaining(row -> made.update(row.key, RowMapper.toState(row.value)));
            }
            index = made;
        }
        return index;
    }

    @Override
    public String name() {
        return rows.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        rows.init(context, root);
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        rows.commit(changelogOffsets);
    }

    @Override
    public @Nullable Long committedOffset(TopicPartition partition) {
        return rows.committedOffset(partition);
    }

    /** Deprecated from birth; without it Kafka Streams would keep a second set of offsets beside those of RocksDB. */
    @Override
    @SuppressWarnings("deprecation")
    public boolean managesOffsets() {
        return rows.managesOffsets();
    }

    @Override
    public void close() {
        index = null;
        rows.close();
    }

    @Override
    public boolean persistent() {
        return rows.persistent();
    }

    @Override
    public boolean isOpen() {
        return rows.isOpen();
    }

    @Override
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        return rows.query(query, bound, config);
    }

    @Override
    public Position getPosition() {
        return rows.getPosition();
    }
}
