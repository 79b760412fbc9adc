package io.otpstream.streams.process;

import io.otpstream.streams.process.Flow.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Gives the steps behind it a {@link Tick} after every record and whenever they asked for one.
 *
 * <p>Every punctuation makes its task commit a transaction, so it is scheduled once, for when something is due, and an
 * idle pipeline has none. The steps share this clock because a schedule belongs to the step that made it, and what one
 * step decides gives work to the other.
 */
public final class TaskClock implements Processor<String, Flow, String, Flow> {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final LongSupplier nanos;
    private @Nullable ProcessorContext<String, Flow> context;
    private @Nullable Cancellable scheduled;
    private Instant scheduledAt = Instant.MAX;

    /** @param nanos measures how long a tick takes */
    public TaskClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public void init(ProcessorContext<String, Flow> taskContext) {
        context = taskContext;
        // What was open when the task came here may have been due for long.
        tickAt(Instant.MIN, taskContext);
    }

    @Override
    public void process(Record<String, Flow> record) {
        if (context != null) {
            context.forward(record);
            tickAt(Instant.MIN, context);
        }
    }

    private void tickAt(Instant when, ProcessorContext<String, Flow> schedule) {
        if (scheduled != null && !when.isBefore(scheduledAt)) {
            return;
        }
        cancel();
        Instant now = Instant.ofEpochMilli(schedule.currentSystemTimeMs());
        Duration delay = when.isBefore(now.plus(SHORTEST)) ? SHORTEST : Duration.between(now, when);
        scheduledAt = when;
        scheduled = schedule.schedule(
                delay, PunctuationType.WALL_CLOCK_TIME, timestamp -> tick(Instant.ofEpochMilli(timestamp), schedule));
    }

    private void tick(Instant now, ProcessorContext<String, Flow> forward) {
        cancel();
        Tick tick = new Tick(now, nanos);
        forward.forward(new Record<>("", new Input.Ticked(tick), now.toEpochMilli()));
        if (tick.next().isBefore(Instant.MAX)) {
            tickAt(tick.next(), forward);
        }
    }

    private void cancel() {
        if (scheduled != null) {
            scheduled.cancel();
            scheduled = null;
        }
    }
}
