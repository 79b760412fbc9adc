package io.otpstream.domain.api;

import java.util.List;

/**
 * What a create of several numbers brought.
 *
 * @param orders in the API's order, which means nothing; may be fewer than were asked for, but never none
 * @param failedCount how many of those asked for were not placed
 */
public record Purchased(List<Order> orders, int failedCount) {

    public Purchased {
        orders = List.copyOf(orders);
    }
}
