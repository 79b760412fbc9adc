package io.otpstream.app.demo;

import io.otpstream.app.results.ResultTally;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** Where the demo shows how far it is: one line over and over in a terminal, else a line now and then. */
final class DemoScreen {

    private static final Duration TERMINAL_PAUSE = Duration.ofMillis(200);
    private static final Duration LOG_PAUSE = Duration.ofSeconds(2);
    private static final int WIDTH = 100;

    private final PrintWriter out;
    private final boolean terminal;
    private final int limitPerMinute;
    private final long startNanos = System.nanoTime();
    private long nextNanos = startNanos;

    DemoScreen(PrintWriter out, boolean terminal, int limitPerMinute) {
        this.out = out;
        this.terminal = terminal;
        this.limitPerMinute = limitPerMinute;
    }

    /** Shows the numbers, unless the last time was just now. */
    void show(ResultTally tally, int requests, long budgetUsed) {
        long now = System.nanoTime();
        if (now - nextNanos < 0) {
            return;
        }
        nextNanos = now + (terminal ? TERMINAL_PAUSE : LOG_PAUSE).toNanos();
        String line = String.format(
                Locale.ROOT,
                "%5.1f s   %d of %d done   in flight %d   codes %d   without %d   budget %d of %d a minute",
                (now - startNanos) / 1e9,
                tally.finalRecords(),
                requests,
                tally.inFlight(),
                tally.codes(),
                tally.without(),
                budgetUsed,
                limitPerMinute);
        out.print(
                terminal
                        ? "\r" + line + " ".repeat(Math.max(0, WIDTH - line.length()))
                        : line + System.lineSeparator());
        out.flush();
    }

    /** Leaves the line that was written over and over. */
    void done() {
        if (terminal) {
            out.println();
        }
        out.flush();
    }
}
