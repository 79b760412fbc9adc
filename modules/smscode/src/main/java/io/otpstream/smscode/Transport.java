package io.otpstream.smscode;

import java.util.concurrent.CompletionStage;

/**
 * Carries one request to its end, once, within the time-out. Thread-safe; stages complete on threads of the transport,
 * never exceptionally.
 */
interface Transport extends AutoCloseable {

    CompletionStage<Exchange> send(ApiRequest request);

    /** Requests of which something may have left end as {@link Exchange.NoAnswer}, others as {@link Exchange.NotSent}. */
    @Override
    void close();
}
