package io.otpstream.dashboard.ports;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the requests that the API token allows are shared and used. Minutes and seconds are those of the API's world.
 *
 * @param idle whether no process asks for requests
 * @param limitPerMinute requests that the token allows in any 60 s
 * @param sentLastMinute what they were used for → how many in the last minute
 * @param waitingInteractive requests that wait and that somebody waits for
 * @param waitingBatch other requests that wait
 * @param oldestWaitSeconds how long the request has waited that has waited longest; null if none waits
 * @param clearSeconds how long it takes to place an order for all that wait; null if nobody knows
 * @param processes by name; none while the fleet is idle
 */
public record Budget(
        boolean idle,
        int limitPerMinute,
        Map<String, Integer> sentLastMinute,
        int waitingInteractive,
        int waitingBatch,
        @Nullable Double oldestWaitSeconds,
        @Nullable Double clearSeconds,
        List<Instance> processes) {

    /** Keeps its own copies. */
    public Budget {
        sentLastMinute = Map.copyOf(sentLastMinute);
        processes = List.copyOf(processes);
    }

    /**
     * One process that asks for requests.
     *
     * @param permitsPerSecond that it may use now, real time
     * @param sentLastMinute requests of all kinds in the last minute
     * @param openOrders orders that it watches
     * @param waiting requests that wait for an order there
     * @param rateLimited answers with status 429 since it began
     * @param codeAgeSeconds how old codes are expected to be when they are found; null while it isn't known
     */
    public record Instance(
            String name,
            double permitsPerSecond,
            int sentLastMinute,
            int openOrders,
            int waiting,
            long rateLimited,
            @Nullable Double codeAgeSeconds) {}
}
