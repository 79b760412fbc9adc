package io.otpstream.app.local;

import java.util.ArrayDeque;
import java.util.Deque;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what was opened, the last first, and goes on when one of them fails. For one thread. */
final class Closer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Closer.class);

    private final Deque<Runnable> opened = new ArrayDeque<>();

    void add(Runnable close) {
        opened.push(close);
    }

    @Override
    public void close() {
        while (!opened.isEmpty()) {
            try {
                opened.pop().run();
            } catch (RuntimeException e) {
                LOG.warn("Something could not be closed in order", e);
            }
        }
    }
}
