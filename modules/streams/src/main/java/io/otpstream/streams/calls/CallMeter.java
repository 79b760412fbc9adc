package io.otpstream.streams.calls;

import java.time.Duration;

/** Is told what permits are used for. Must not block. Called by several threads. */
public interface CallMeter {

    /**
     * A request leaves.
     *
     * @param waited for its permit, since it was ready
     */
    void sent(CallKind kind, Duration waited);

    /** The API answered with status 429. */
    void rateLimited();
}
