package io.otpstream.streams.fleet;

import io.otpstream.domain.rate.Demand;
import io.otpstream.streams.calls.BudgetState;
import java.time.Instant;

/**
 * What one process could do with permits, and how it does, as it stands on {@code otpstream.budget-demand}: once per
 * slot while there is something to do, and once more when there is nothing any more.
 *
 * @param version of this format
 * @param process an incarnation: another name after every start
 * @param name what people call the process: its host and number
 * @param at by the process's clock
 * @param needed permits per second for its work to go on while others have to wait as well
 * @param wanted permits per second that it could use
 * @param backlogged it could use any number of permits
 * @param limitPerMinute requests of all processes that any minute of the API's may hold, as it was told
 * @param createsPerMinute new orders in a minute of the API's that it can afford while requests wait
 * @param clockOffsetMillis how far its clock is ahead of the brokers'
 * @param state what it does with its part
 */
public record DemandRecord(
        int version,
        String process,
        String name,
        Instant at,
        double needed,
        double wanted,
        boolean backlogged,
        int limitPerMinute,
        double createsPerMinute,
        long clockOffsetMillis,
        BudgetState state) {

    /** Internal: its records may change with any version. */
    public static final String TOPIC = "otpstream.budget-demand";

    /** The format that this version writes and reads. */
    public static final int VERSION = 1;

    /** What it asks for. */
    public Demand demand() {
        return new Demand(needed, wanted, backlogged);
    }
}
