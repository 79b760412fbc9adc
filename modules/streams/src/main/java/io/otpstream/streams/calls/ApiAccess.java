package io.otpstream.streams.calls;

import io.otpstream.domain.api.SmsCodeApi;
import io.otpstream.domain.rate.RateBudget;
import io.otpstream.streams.replies.ReplySink;
import java.time.Duration;
import java.time.InstantSource;

/** The way to the API that all tasks of a process share: one budget, one gate, one catalogue. */
public final class ApiAccess {

    private final Dispatcher dispatcher;
    private final Catalogue catalogue;

    /**
     * Calls nothing before {@link #start}. Closes none of what it is given.
     *
     * @param speed how much faster than real the API's world runs
     * @param catalogTtl real time
     * @param onDeath told if the thread that calls the API ends with an exception: nothing is called any more then
     */
    public ApiAccess(
            SmsCodeApi api,
            RateBudget budget,
            double speed,
            Duration catalogTtl,
            ReplySink replies,
            AlertSink alerts,
            Thread.UncaughtExceptionHandler onDeath) {
        InstantSource clock = InstantSource.system();
        this.dispatcher =
                new Dispatcher(api, budget, speed, replies, clock, new GateReporter(alerts, clock)::report, onDeath);
        this.catalogue = new CachedCatalogue(dispatcher, catalogTtl, speed, clock);
    }

    /** Checks the token, and from then on calls what it is given. */
    public void start() {
        dispatcher.start();
    }

    public ApiCalls calls() {
        return dispatcher;
    }

    public Catalogue catalogue() {
        return catalogue;
    }

    /** Requests sent to the API so far. */
    public long requests() {
        return dispatcher.requests();
    }

    /** Answers with status 429 so far. */
    public long rateLimited() {
        return dispatcher.rateLimited();
    }

    /**
     * Calls nothing any more: calls that have not left are answered as not sent, and those in flight are waited for.
     *
     * @param atMost then what is still in flight is left to the API's client
     */
    public void close(Duration atMost) {
        dispatcher.close(atMost);
    }
}
