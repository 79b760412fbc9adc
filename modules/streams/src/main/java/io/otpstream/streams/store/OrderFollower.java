package io.otpstream.streams.store;

import io.otpstream.domain.lifecycle.WatchedOrder;
import java.util.List;

/** Is told which orders of a request are to be watched, whenever that changes. */
@FunctionalInterface
public interface OrderFollower {

    /** These, and no others of the request. */
    void mind(String requestId, List<WatchedOrder> orders);
}
