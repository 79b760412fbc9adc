package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Optional;

/**
 * A rented number. Its state is a function of the time and its fate, so nothing has to happen on time.
 *
 * @param id opaque
 * @param sequence how many orders were placed before it
 * @param createdAt model time
 * @param expiresAt model time
 */
record Order(
        String id,
        long sequence,
        Product product,
        Secret phoneNumber,
        Duration createdAt,
        Duration expiresAt,
        Fate fate) {

    /** How long an order is pending. The guide names the state but not its length. */
    static final Duration PENDING_FOR = Duration.ofSeconds(1);

    OrderStatus statusAt(Duration now) {
        if (now.compareTo(endsAt()) < 0) {
            return now.compareTo(createdAt.plus(PENDING_FOR)) < 0 ? OrderStatus.PENDING : OrderStatus.ACTIVE;
        }
        return switch (fate) {
            case Fate.Code code -> beforeExpiry(code.at()) ? OrderStatus.COMPLETED : OrderStatus.EXPIRED;
            case Fate.Cancel cancel -> beforeExpiry(cancel.at()) ? OrderStatus.CANCELLED : OrderStatus.EXPIRED;
            case Fate.Nothing nothing -> OrderStatus.EXPIRED;
        };
    }

    /** When it stops being live, as things stand. */
    Duration endsAt() {
        return switch (fate) {
            case Fate.Code code -> earlier(code.at());
            case Fate.Cancel cancel -> earlier(cancel.at());
            case Fate.Nothing nothing -> expiresAt;
        };
    }

    /** The code, once it has arrived. */
    Optional<Secret> codeAt(Duration now) {
        return statusAt(now) == OrderStatus.COMPLETED && fate instanceof Fate.Code code
                ? Optional.of(code.code())
                : Optional.empty();
    }

    Order withFate(Fate otherFate) {
        return new Order(id, sequence, product, phoneNumber, createdAt, expiresAt, otherFate);
    }

    private boolean beforeExpiry(Duration at) {
        return at.compareTo(expiresAt) < 0;
    }

    private Duration earlier(Duration at) {
        return beforeExpiry(at) ? at : expiresAt;
    }
}
