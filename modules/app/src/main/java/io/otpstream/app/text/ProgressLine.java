package io.otpstream.app.text;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a long task is: a bar in a terminal, a line now and then elsewhere, or nothing. Safe for several threads. */
public final class ProgressLine implements AutoCloseable {

    private static final int WIDTH = 80;

    private final Optional<ProgressBar> bar;
    private final Runnable end;

    private ProgressLine(Optional<ProgressBar> bar, Runnable end) {
        this.bar = bar;
        this.end = end;
    }

    /** Shows nothing. */
    public static ProgressLine hidden() {
        return new ProgressLine(Optional.empty(), () -> {});
    }

    /** One line that is written over and over again. */
    public static ProgressLine inTerminal(PrintWriter terminal, String task, int steps) {
        return shown(new Bar(terminal), task, steps, Duration.ofMillis(200), terminal::println);
    }

    /** A line every two seconds, of printable characters only, for logs. */
    public static ProgressLine asLines(PrintWriter log, String task, int steps) {
        return shown(new Lines(log), task, steps, Duration.ofSeconds(2), log::flush);
    }

    /** One step more is done. */
    public void step() {
        bar.ifPresent(ProgressBar::step);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        // Not left to the consumer: the bar of a task that ends at once is drawn, but its consumer isn't closed.
        end.run();
    }

    private static ProgressLine shown(
            ProgressBarConsumer consumer, String task, int steps, Duration interval, Runnable end) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(Math.toIntExact(interval.toMillis()))
                .setConsumer(consumer)
                .build();
        return new ProgressLine(Optional.of(bar), end);
    }

    private record Bar(PrintWriter terminal) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String rendered) {
            terminal.print("\r" + rendered);
            terminal.flush();
        }

        @Override
        public void clear() {
            accept(" ".repeat(WIDTH) + "\r");
        }

        @Override
        public void close() {
            // The end of the line is written when the whole task is closed.
        }
    }

    private record Lines(PrintWriter log) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String rendered) {
            log.println(PlainText.of(rendered.strip()));
        }

        @Override
        public void clear() {
            // Lines that were written stay.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }
}
