package io.otpstream.streams.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order that may be looked at, or cancelled.
 *
 * @param dueSince since when it may
 * @param watched the order, where its code may have come since the last look; null where nobody waits for one any more
 */
public record CallCandidate(
        String requestId, Instant dueSince, @Nullable Watched watched) {

    /**
     * An order whose code is waited for.
     *
     * @param since from when the code may come: when the number was rented, or when the text was asked for
     * @param emptyAt the last look that found no code; null if there was none
     */
    public record Watched(
            int countryId,
            int platformId,
            Instant since,
            @Nullable Instant emptyAt) {}
}
