package io.otpstream.simulator.vendor;

import java.util.List;

/**
 * What came of a create that got something.
 *
 * @param orders as they were when they were placed; at least one
 * @param failed how many numbers more were wanted
 * @param answering what the customer is told
 */
public record Bought(List<OrderDetails> orders, int failed, Answering answering) {

    public Bought {
        orders = List.copyOf(orders);
    }

    Bought told() {
        return new Bought(orders, failed, Answering.TOLD);
    }
}
