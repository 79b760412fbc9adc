package io.otpstream.dashboard.api;

import io.otpstream.dashboard.http.ApiJson;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The latest snapshot, made once for all who watch, and not more than once a second. Who is slow misses those in between.
 * Safe for use by several threads.
 */
public final class Snapshots implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Snapshots.class);

    private final Supplier<?> source;
    private final Duration every;
    private final Thread thread =
            Thread.ofPlatform().name("otpstream-dashboard-snapshots").unstarted(this::run);
    private final AtomicInteger watchers = new AtomicInteger();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable Snapshot latest;
    private long madeNanos;
    private boolean closed;

    /**
     * What the page shows at one moment.
     *
     * @param number counts up with every change
     * @param json one line
     */
    public record Snapshot(long number, String json) {}

    private Snapshots(Supplier<?> source, Duration every) {
        this.source = source;
        this.every = every;
    }

    /**
     * Makes snapshots as long as somebody watches.
     *
     * @param source gives what becomes JSON
     */
    public static Snapshots start(Supplier<?> source, Duration every) {
        Snapshots snapshots = new Snapshots(source, every);
        snapshots.thread.start();
        return snapshots;
    }

    /** Somebody watches from now on. */
    public void watch() {
        watchers.incrementAndGet();
        if (isStale()) {
            refresh();
        }
    }

    /** Somebody no longer watches. */
    public void leave() {
        watchers.decrementAndGet();
    }

    /** How many watch. */
    public int watchers() {
        return watchers.get();
    }

    /** Whether it was closed: nothing comes any more. */
    public boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Waits for a snapshot that is newer; nothing if none comes in time, or when this is closed. */
    public Optional<Snapshot> awaitAfter(long number, Duration atMost) throws InterruptedException {
        long left = atMost.toNanos();
        lock.lock();
        try {
            while (!closed && (latest == null || latest.number() <= number) && left > 0) {
                left = changed.awaitNanos(left);
            }
            return Optional.ofNullable(latest).filter(snapshot -> !closed && snapshot.number() > number);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        thread.interrupt();
    }

    private void run() {
        try {
            while (!isClosed()) {
                Thread.sleep(every);
                if (watchers.get() > 0) {
                    refresh();
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private void refresh() {
        try {
            publish(ApiJson.text(source.get()));
        } catch (RuntimeException e) {
            // The next one may succeed: who watches sees the last one until then.
            LOG.error("A snapshot for the dashboard could not be made", e);
        }
    }

    /** So that many who come at once don't make it work more than once a second. */
    private boolean isStale() {
        lock.lock();
        try {
            return latest == null || System.nanoTime() - madeNanos >= every.toNanos();
        } finally {
            lock.unlock();
        }
    }

    private void publish(String json) {
        lock.lock();
        try {
            madeNanos = System.nanoTime();
            if (latest == null || !latest.json().equals(json)) {
                latest = new Snapshot(latest == null ? 1 : latest.number() + 1, json);
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
