package io.otpstream.streams.watch;

import io.otpstream.domain.lifecycle.WatchedOrder;
import java.util.List;
import java.util.Optional;

/**
 * Keeps an eye on orders for the tasks of a process. What is new of one goes to the topic of replies; when it was last
 * seen can be asked for. Safe for use by several threads; nothing blocks.
 */
public interface OrderWatch {

    /** The watch of a task, which answers to this partition of the topic of replies. */
    Post post(int partition);

    /** Watches nothing: each order is looked at by a call of its own. */
    static OrderWatch none() {
        return partition -> new Post() {
            @Override
            public void mind(String requestId, List<WatchedOrder> orders) {}

            @Override
            public Optional<Sighting> lastSeen(String orderId) {
                return Optional.empty();
            }

            @Override
            public void close() {}
        };
    }

    /** What one task has watched. */
    interface Post extends AutoCloseable {

        /** These orders of the request, and no others of it, are watched from now on. */
        void mind(String requestId, List<WatchedOrder> orders);

        /** How the order was when it was last seen; empty if it was not, or isn't watched. */
        Optional<Sighting> lastSeen(String orderId);

        /** The task ends: nothing of it is watched any more. */
        @Override
        void close();
    }
}
