package io.otpstream.streams.process;

import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/**
 * A moment in which the steps do what is due, and say when they want the next one. All steps together have 10 ms:
 * punctuations that use as much time as lies between them keep the thread from reading records at all.
 */
public final class Tick {

    private static final Duration LENGTH = Duration.ofMillis(10);

    private final LongSupplier nanos;
    private final long endNanos;
    private final Instant now;
    private Instant next = Instant.MAX;

    Tick(Instant now, LongSupplier nanos) {
        this.now = now;
        this.nanos = nanos;
        this.endNanos = nanos.getAsLong() + LENGTH.toNanos();
    }

    /** When the tick began, on the task's clock. */
    Instant now() {
        return now;
    }

    /** Whether to leave the rest for the next tick. */
    boolean isOver() {
        return nanos.getAsLong() - endNanos > 0;
    }

    /** There is something to do then; the past means as soon as possible. */
    void again(Instant when) {
        if (when.isBefore(next)) {
            next = when;
        }
    }

    /** The earliest of the wishes; {@link Instant#MAX} if there were none. */
    Instant next() {
        return next;
    }
}
