package io.otpstream.streams.calls;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a process does with its part of the budget.
 *
 * @param share permits per second that it has now
 * @param sent requests in the last minute of the API's, by kind
 * @param dropped permits that fell due unused, since the start
 * @param rateLimited answers with status 429, since the start
 * @param pausedUntil no call leaves before, because the API asked for it; null if nothing is paused
 * @param clockOff no call leaves, because the clock differs too much from the brokers'
 * @param ordersPausedSince no order is placed, because people have paused them then; null if they haven't
 * @param tasks that it has
 * @param workload of all its tasks
 * @param createFraction new orders per permit while requests wait
 * @param expectedCodeAge mean age at which codes are found, seconds of the API's world; 0 if not known yet
 * @param looksPerCode looks that it takes to find a code; 0 if not known yet
 */
public record BudgetState(
        double share,
        Map<CallKind, Integer> sent,
        long dropped,
        long rateLimited,
        @Nullable Instant pausedUntil,
        boolean clockOff,
        @Nullable Instant ordersPausedSince,
        int tasks,
        Workload workload,
        double createFraction,
        double expectedCodeAge,
        double looksPerCode) {

    public BudgetState {
        sent = Map.copyOf(sent);
    }
}
