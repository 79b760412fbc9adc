package io.otpstream.app.webhook;

import io.otpstream.streams.watch.PushedEvent;

/** Where pushed events are kept until somebody processes them. Safe for use by several threads. */
interface EventLog extends AutoCloseable {

    /**
     * Returns when the event can't be lost any more, and at the latest after a few seconds.
     *
     * @return whether it is kept; if not, it may still turn up later, so that it can be there twice
     */
    boolean write(PushedEvent event) throws InterruptedException;

    @Override
    void close();
}
