package io.otpstream.app.cli;

import io.otpstream.app.config.DurationText;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import org.jline.utils.Signals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SIGTERM and Ctrl-C as an orderly end, for commands that run until they are told to stop.
 *
 * <p>The JVM's own way with these signals ends the process with 143 or 130, without waiting for the command. Here the
 * command returns, and the process ends with its exit code. A second signal, or a command that takes too long, ends the
 * process at once. Nothing is installed before somebody listens: any other command just ends. Safe for use by several
 * threads.
 */
public final class StopSignal {

    private static final Logger LOG = LoggerFactory.getLogger(StopSignal.class);

    private final CountDownLatch requested = new CountDownLatch(1);
    private final AtomicBoolean listening = new AtomicBoolean();
    private final Consumer<Runnable> signals;
    private final IntConsumer halt;
    private final Duration patience;

    /**
     * A signal that nobody listens to yet.
     *
     * @param signals given what is to be done when the process is told to stop
     * @param halt ends the process with this exit code, whatever else is going on
     * @param patience how long the command may take to stop
     */
    StopSignal(Consumer<Runnable> signals, IntConsumer halt, Duration patience) {
        this.signals = signals;
        this.halt = halt;
        this.patience = patience;
    }

    /** Stops this process; a command that takes longer than 30 s to close is left behind. */
    public static StopSignal ofThisProcess() {
        return new StopSignal(StopSignal::onSignals, Runtime.getRuntime()::halt, Duration.ofSeconds(30));
    }

    /** From now on a signal waits for the command. A command calls this before it opens anything. */
    public void listen() {
        if (listening.compareAndSet(false, true)) {
            signals.accept(this::signalled);
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

    private void signalled() {
        if (isRequested()) {
            halt.accept(ExitCode.FAILURE.code());
        } else {
            request();
            Thread.ofPlatform().daemon().name("otpstream-stop").start(this::leaveBehind);
        }
    }

    private void leaveBehind() {
        try {
            TimeUnit.NANOSECONDS.sleep(patience.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        LOG.error("The command did not stop within {}", DurationText.format(patience));
        halt.accept(ExitCode.FAILURE.code());
    }

    private static void onSignals(Runnable handler) {
        for (String name : new String[] {"INT", "TERM", "HUP"}) {
            Signals.register(name, handler);
        }
    }
}
