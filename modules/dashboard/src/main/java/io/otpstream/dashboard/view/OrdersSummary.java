package io.otpstream.dashboard.view;

import io.otpstream.dashboard.tables.LastHour;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What happened to orders within the last hour of the API's world, and what is still to happen.
 *
 * @param open orders that have a number and have not ended
 * @param waiting requests that wait for an order; null where the budget isn't known
 * @param hour the hour as a whole
 * @param minutes those in which something happened, the oldest first
 * @param speed how much faster than real the API's world runs
 */
public record OrdersSummary(
        long open, @Nullable Integer waiting, LastHour.Minute hour, List<LastHour.Minute> minutes, double speed) {}
