package io.otpstream.app.bench;

import io.otpstream.benchmarks.budget.Timetable;
import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor.DiscardPolicy;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Real time, and a thread. What is noted down after {@link #close} never happens. */
final class RealTimetable implements Timetable, AutoCloseable {

    private final ScheduledThreadPoolExecutor executor = new ScheduledThreadPoolExecutor(1, new DiscardPolicy());
    private final Consumer<Throwable> onFailure;

    /** @param onFailure told of what is thrown by anything that was noted down */
    RealTimetable(Consumer<Throwable> onFailure) {
        this.onFailure = onFailure;
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // what goes wrong is passed on
    public void after(Duration delay, Runnable what) {
        executor.schedule(
                () -> {
                    try {
                        what.run();
                    } catch (RuntimeException failure) {
                        onFailure.accept(failure);
                    }
                },
                delay.toNanos(),
                TimeUnit.NANOSECONDS);
    }

    @Override
    public void close() {
        executor.shutdownNow();
    }
}
