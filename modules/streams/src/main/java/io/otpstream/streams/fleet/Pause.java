package io.otpstream.streams.fleet;

import io.otpstream.streams.calls.OrderGate;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one process tells the others on {@code otpstream.pauses}: it must not place orders, or not call at all, and
 * neither should they.
 *
 * @param version of this format
 * @param from the process that noticed, so that it knows its own words
 * @param cause why no orders are placed; null where it is about all calls
 * @param neededIdr what the order would have cost that the balance didn't cover, whole rupiah; 0 for other causes
 * @param quietUntil the API answered with 429: nothing is to be sent before; null where it is about orders
 * @param cappedUntil so much is spent that no order is to be placed before; a time that is past lets orders go on; null
 *     where it is about something else, and in records of versions that knew no caps
 * @param bannedUntil the API places no orders before, because too many have failed; null where it is about something else
 * @param cancelsFrom the API takes no cancels before; null where it is about something else
 */
public record Pause(
        int version,
        String from,
        OrderGate.@Nullable Cause cause,
        long neededIdr,
        @Nullable Instant quietUntil,
        @Nullable Instant cappedUntil,
        @Nullable Instant bannedUntil,
        @Nullable Instant cancelsFrom) {

    /** Internal: its records may change with any version. */
    public static final String TOPIC = "otpstream.pauses";

    /** The format that this version writes and reads. */
    public static final int VERSION = 2;

    static Pause ofOrders(String from, OrderGate.Cause cause, long neededIdr) {
        return new Pause(VERSION, from, cause, neededIdr, null, null, null, null);
    }

    static Pause ofCalls(String from, Instant quietUntil) {
        return new Pause(VERSION, from, null, 0, quietUntil, null, null, null);
    }

    static Pause ofBan(String from, Instant bannedUntil) {
        return new Pause(VERSION, from, null, 0, null, null, bannedUntil, null);
    }

    static Pause ofCancels(String from, Instant cancelsFrom) {
        return new Pause(VERSION, from, null, 0, null, null, null, cancelsFrom);
    }

    /**
     * What may be spent is spent, or no longer.
     *
     * @param from what says so
     */
    public static Pause ofSpend(String from, Instant cappedUntil) {
        return new Pause(VERSION, from, null, 0, null, cappedUntil, null, null);
    }
}
