package io.otpstream.app.trace;

import io.otpstream.app.results.ResultRecord;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a request stands.
 *
 * @param end the final record; null while there is none
 * @param lasted from the first step to the final record, or to the last step so far
 * @param firstNumberAfter from the first step to the first number; null if there was none
 * @param orders how many numbers were rented
 * @param spentIdr what its codes cost, late ones included, whole rupiah
 */
public record Summary(
        @Nullable ResultRecord end,
        Duration lasted,
        @Nullable Duration firstNumberAfter,
        int orders,
        long spentIdr) {

    /** {@code code}, the word of the outcome, or {@code open} while there is no final record. */
    public String word() {
        return switch (end) {
            case null -> "open";
            case ResultRecord.WithCode code -> "code";
            case ResultRecord.FollowUp code -> "code";
            case ResultRecord.WithoutCode(var result) -> result.outcome().word();
        };
    }
}
