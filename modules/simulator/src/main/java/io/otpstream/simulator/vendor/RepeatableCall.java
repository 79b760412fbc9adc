package io.otpstream.simulator.vendor;

import java.util.Optional;

/**
 * A call that may come twice and should take effect once.
 *
 * @param call create or reactivate; their keys never meet
 * @param key empty: it is not recognised when it comes again
 * @param meaning what it asks for: the same text for the same wish
 */
public record RepeatableCall(ApiCall call, Optional<String> key, String meaning, CallInfo info) {

    private static final String KEY = "[A-Za-z0-9_-]{1,128}";

    /** @throws RefusedException when the key is not one */
    public RepeatableCall {
        if (key.isPresent() && !key.get().matches(KEY)) {
            throw RefusedException.invalid("idempotency-key", "idempotency-key: expected " + KEY);
        }
    }
}
