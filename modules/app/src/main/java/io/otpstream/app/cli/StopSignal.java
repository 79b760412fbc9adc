package io.otpstream.app.cli;

import io.otpstream.app.config.DurationText;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGTERM and Ctrl-C as an orderly end, for commands that run until they are told to stop.
 *
 * <p>The JVM ends with 143 or 130 as soon as its shutdown hooks are through, and doesn't wait for the command. The hook
 * here waits until the command has closed what it holds, and ends the process with the command's own exit code.
 * Nothing is installed before somebody listens: any other command just ends. Safe for use by several threads.
 */
public final class StopSignal {

    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final CompletableFuture<Integer> finished = new CompletableFuture<>();
    private final AtomicBoolean listening = new AtomicBoolean();
    private final Consumer<Thread> shutdownHooks;
    private final IntConsumer halt;
    private final Duration patience;

    StopSignal(Consumer<Thread> shutdownHooks, IntConsumer halt, Duration patience) {
        this.shutdownHooks = shutdownHooks;
        this.halt = halt;
        this.patience = patience;
    }

    /** Stops this process; a command that takes longer than 30 s to close is left behind. */
    public static StopSignal ofThisProcess() {
        Runtime runtime = Runtime.getRuntime();
        return new StopSignal(runtime::addShutdownHook, runtime::halt, Duration.ofSeconds(30));
    }

    /** From now on a signal waits for {@link #finished}. A command calls this before it opens anything. */
    public void listen() {
        if (listening.compareAndSet(false, true)) {
            shutdownHooks.accept(new Thread(this::onShutdown, "otpstream-stop"));
        }
    }

    /** Returns when the process is told to stop. */
    public void await() throws InterruptedException {
        requested.await();
    }

    /** Waits no longer than that; whether the process has been told to stop. */
    public boolean await(Duration atMost) throws InterruptedException {
        return requested.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whether the process has been told to stop. */
    public boolean isRequested() {
        return requested.getCount() == 0;
    }

    /** Asks the command to stop, as a signal does. */
    public void request() {
        requested.countDown();
    }

    /** The command is through, and everything it held is closed. */
    public void finished(int exitCode) {
        finished.complete(exitCode);
    }

    private void onShutdown() {
        if (finished.isDone()) {
            return; // The command ended by itself: the process is on its way out with the right code.
        }
        request();
        halt.accept(awaitFinished());
    }

    private int awaitFinished() {
        try {
            return finished.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.error("The command did not stop within {}", DurationText.format(patience));
        } catch (InterruptedException | ExecutionException e) {
            LOG.error("The command did not stop in order", e);
        }
        return ExitCode.FAILURE.code();
    }
}
