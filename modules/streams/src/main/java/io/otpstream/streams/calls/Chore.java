package io.otpstream.streams.calls;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to be done now and then, and that makes calls. Who drives the dispatcher does it, so that it needs no
 * thread of its own and a simulation can drive it.
 */
public interface Chore {

    /**
     * When there is something to do; null if something has to happen first, which then calls
     * {@link ControlCalls#wake}. Must not make calls, and must not wait for somebody who makes one.
     */
    @Nullable
    Instant next();

    /** Does what is to be done by now. Must not block. */
    void run(Instant now);
}
