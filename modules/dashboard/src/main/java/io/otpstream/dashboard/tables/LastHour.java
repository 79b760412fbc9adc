package io.otpstream.dashboard.tables;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to orders within the last hour of the API's world.
 *
 * @param open orders that were placed within it and have not ended
 * @param all the hour as a whole
 * @param minutes those in which something happened, the oldest first
 */
public record LastHour(long open, Minute all, List<Minute> minutes) {

    /**
     * Orders by what happened to them within one minute, or within the hour.
     *
     * @param minutesAgo 0 for the minute that isn't over yet
     * @param placed orders that got a number
     * @param refused orders that got none
     * @param codes codes that arrived in time
     * @param withoutCode orders that ended without one
     * @param p50SecondsToCode median time from the order, or from when the text was triggered, to the code; null while
     *     there is no code
     * @param p95SecondsToCode 95th percentile of that time; null while there is no code
     */
    public record Minute(
            int minutesAgo,
            long placed,
            long refused,
            long codes,
            long withoutCode,
            @Nullable Double p50SecondsToCode,
            @Nullable Double p95SecondsToCode) {}
}
