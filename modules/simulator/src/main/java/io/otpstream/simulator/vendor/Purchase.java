package io.otpstream.simulator.vendor;

import java.util.Optional;

/**
 * The call that bought an order.
 *
 * @param key its {@code idempotency-key}
 * @param index which of the orders of that call, from 0
 */
record Purchase(CallInfo call, Optional<String> key, int index) {

    /** The only order of a call without a key. */
    static Purchase single(CallInfo call) {
        return new Purchase(call, Optional.empty(), 0);
    }
}
