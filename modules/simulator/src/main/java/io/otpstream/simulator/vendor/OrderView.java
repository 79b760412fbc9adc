package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Optional;

/**
 * An order as its customer may see it.
 *
 * @param code present when the order is completed
 * @param expiresAt model time
 */
public record OrderView(String id, Secret phoneNumber, OrderStatus status, Optional<Secret> code, Duration expiresAt) {

    static OrderView of(Order order, Duration now) {
        return new OrderView(
                order.id(), order.phoneNumber(), order.statusAt(now), order.codeAt(now), order.expiresAt());
    }
}
