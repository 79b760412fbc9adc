package io.otpstream.app.text;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;

/** How far a long task is: a bar in a terminal, a line now and then elsewhere, or nothing. Safe for several threads. */
public final class ProgressLine implements AutoCloseable {

    private static final int WIDTH = 80;

    private final Optional<ProgressBar> bar;
    private final Consumer<Runnable> beside;
    private final Runnable end;

    private ProgressLine(Optional<ProgressBar> bar, Consumer<Runnable> beside, Runnable end) {
        this.bar = bar;
        this.beside = beside;
        this.end = end;
    }

    /** Shows nothing. */
    public static ProgressLine hidden() {
        return new ProgressLine(Optional.empty(), Runnable::run, () -> {});
    }

    /** A bar where a person sees standard error, and nothing elsewhere. */
    public static ProgressLine forPeople(PrintWriter err, String task, long steps) {
        return Terminals.isStandardError() ? inTerminal(err, task, steps) : hidden();
    }

    /** One line that is written over and over again. */
    public static ProgressLine inTerminal(PrintWriter terminal, String task, long steps) {
        Bar drawn = new Bar(terminal);
        return shown(drawn, drawn::beside, task, steps, Duration.ofMillis(200), terminal::println);
    }

    /** A line every two seconds, of printable characters only, for logs. */
    public static ProgressLine asLines(PrintWriter log, String task, long steps) {
        return shown(new Lines(log), Runnable::run, task, steps, Duration.ofSeconds(2), log::flush);
    }

    /** One step more is done. */
    public void step() {
        bar.ifPresent(ProgressBar::step);
    }

    /** So many steps are done. */
    public void stepTo(long steps) {
        bar.ifPresent(shown -> shown.stepTo(steps));
    }

    /** Prints something else, to whichever stream, without half a bar before it. */
    public void beside(Runnable print) {
        beside.accept(print);
    }

    @Override
    public void close() {
        bar.ifPresent(ProgressBar::close);
        // Not left to the consumer: the bar of a task that ends at once is drawn, but its consumer isn't closed.
        end.run();
    }

    private static ProgressLine shown(
            ProgressBarConsumer consumer,
            Consumer<Runnable> beside,
            String task,
            long steps,
            Duration interval,
            Runnable end) {
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(Math.toIntExact(interval.toMillis()))
                .setConsumer(consumer)
                .build();
        return new ProgressLine(Optional.of(bar), beside, end);
    }

    private record Bar(PrintWriter terminal) implements ProgressBarConsumer {

        @Override
        public int getMaxRenderedLength() {
            return WIDTH;
        }

        @Override
        public void accept(String rendered) {
            synchronized (terminal) {
                terminal.print("\r" + rendered);
                terminal.flush();
            }
        }

        @Override
        public void clear() {
            accept(" ".repeat(WIDTH) + "\r");
        }

        private void beside(Runnable print) {
            synchronized (terminal) {
                clear();
                print.run();
            }
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
