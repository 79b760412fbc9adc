package io.otpstream.simulator.vendor;

import java.io.Serializable;
import java.time.Duration;

/** What a refusal says to programs beside its code. */
public sealed interface RefusalDetails extends Serializable {

    /** What was wrong at the supplier's. */
    record Provider(Cause cause) implements RefusalDetails {}

    /**
     * A ban.
     *
     * @param until model time
     * @param tier how bad it is, in the vendor's words
     */
    record Ban(Duration until, String tier) implements RefusalDetails {}

    /** The causes that customers of the vendor have seen. */
    enum Cause {
        NO_NUMBERS,
        PRICE_REJECTED,
        PROVIDER_UNAVAILABLE,
        INSUFFICIENT_BALANCE,
        PROVIDER_ACCOUNT_BALANCE,
        PROVIDER_ERROR
    }
}
