package io.otpstream.streams.calls;

/**
 * What one process tells the others on {@code otpstream.pauses}: it must not place orders, and neither should they.
 *
 * @param version of this format
 * @param from the process that noticed, so that it knows its own words
 * @param neededIdr what the order would have cost that the balance didn't cover, whole rupiah; 0 for other causes
 */
public record Pause(int version, String from, OrderGate.Cause cause, long neededIdr) {

    /** Internal: its records may change with any version. */
    public static final String TOPIC = "otpstream.pauses";

    /** The format that this version writes and reads. */
    public static final int VERSION = 1;
}
