package io.otpstream.app.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The processes that this one has started, of which none outlives it. There is one set of them, as there is one process.
 * Safe for several threads.
 */
public final class Children {

    private static final Duration GONE_WITHIN = Duration.ofSeconds(10);
    private static final List<Process> STARTED = new ArrayList<>();
    private static boolean ended;

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(Children::end, "otpstream-children"));
    }

    private Children() {}

    /** From now on none outlives this process. Not to be called first while it is ending. */
    public static void watch() {
        // The class has registered its hook by now.
    }

    /** @throws IllegalStateException while this process is ending, for nobody would end the other then */
    static Process start(ProcessBuilder builder) throws IOException {
        synchronized (STARTED) {
            if (ended) {
                throw new IllegalStateException("this process is ending, so it starts no other");
            }
            STARTED.removeIf(process -> !process.isAlive());
            Process process = builder.start();
            STARTED.add(process);
            return process;
        }
    }

    /** Kills all of them, and returns when they are gone. None can be started any more. */
    public static void end() {
        List<Process> left;
        synchronized (STARTED) {
            ended = true;
            STARTED.forEach(Process::destroyForcibly);
            left = List.copyOf(STARTED);
        }
        left.forEach(Children::awaitEnd);
    }

    private static void awaitEnd(Process process) {
        try {
            process.onExit().get(GONE_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            // The system has been told to kill it: there is nothing else to be done.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
