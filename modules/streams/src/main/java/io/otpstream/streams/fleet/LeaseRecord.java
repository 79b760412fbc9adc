package io.otpstream.streams.fleet;

import io.otpstream.domain.rate.Lease;
import java.util.Map;

/**
 * Who may send how much in one slot, as it stands on {@code otpstream.budget-leases}. Of several records of a slot the
 * first one counts.
 *
 * @param version of this format
 * @param slot number of the slot: its begin, in nanoseconds since 1970, divided by its length
 * @param slotNanos the slot's length
 * @param by the process that divided the budget
 * @param shares process → permits per second
 */
public record LeaseRecord(int version, long slot, long slotNanos, String by, Map<String, Double> shares) {

    /** Internal: its records may change with any version. */
    public static final String TOPIC = "otpstream.budget-leases";

    /** The format that this version writes and reads. */
    public static final int VERSION = 1;

    public LeaseRecord {
        shares = Map.copyOf(shares);
    }

    Lease toLease() {
        return new Lease(slot, shares);
    }
}
