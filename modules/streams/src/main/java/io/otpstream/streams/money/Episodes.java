package io.otpstream.streams.money;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which alerts of the account are raised and not cleared, so that each is said once.
 *
 * @param low {@code balance_low}
 * @param shortage {@code balance_short}
 * @param cappedUntil {@code spend_cap_reached}, and when the time ends that the cap is for; null if none is reached
 * @param unexplainedIn {@code balance_unexplained}, and the last hour in which more was unexplained than is tolerated;
 *     null if it isn't raised
 */
record Episodes(
        boolean low,
        boolean shortage,
        @Nullable Instant cappedUntil,
        @Nullable Instant unexplainedIn) {

    static final Episodes NONE = new Episodes(false, false, null, null);

    Episodes withLow(boolean yes) {
        return new Episodes(yes, shortage, cappedUntil, unexplainedIn);
    }

    Episodes withShortage(boolean yes) {
        return new Episodes(low, yes, cappedUntil, unexplainedIn);
    }

    Episodes withCappedUntil(@Nullable Instant until) {
        return new Episodes(low, shortage, until, unexplainedIn);
    }

    Episodes withUnexplainedIn(@Nullable Instant hour) {
        return new Episodes(low, shortage, cappedUntil, hour);
    }
}
