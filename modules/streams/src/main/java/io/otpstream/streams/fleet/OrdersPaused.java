package io.otpstream.streams.fleet;

import io.otpstream.streams.calls.OperatorWord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That people have paused new orders, as it stands on {@value #TOPIC}; the key is the id of the application whose
 * processes heed it. A tombstone lets orders go on, and so does no record at all.
 *
 * <p>It lies there for as long as the pause lasts, over restarts and versions: a field that is added may be absent.
 *
 * @param version of this format
 * @param at when they were paused
 * @param by who did it
 * @param reason null where none was given
 */
public record OrdersPaused(
        int version, Instant at, String by, @Nullable String reason) {

    /** Internal: its records may change with any version. Compacted, so that a pause lasts. */
    public static final String TOPIC = "otpstream.controls";

    /** The format that this version writes and reads. */
    public static final int VERSION = 1;

    private static final String UNREADABLE = "the record on " + TOPIC + " can't be read";

    /** A pause that begins. */
    public static OrdersPaused of(Instant at, String by, @Nullable String reason) {
        return new OrdersPaused(VERSION, at, by, reason);
    }

    /**
     * What a record's value says. One that can't be read, such as one of a later version, is taken for a pause: somebody
     * has said something, and waiting costs nothing.
     *
     * @param value null for a tombstone
     * @param writtenAt the record's time
     */
    public static OperatorWord word(byte @Nullable [] value, Instant writtenAt) {
        if (value == null) {
            return new OperatorWord.Go();
        }
        return Messages.CONTROLS
                .read(value)
                .map(read -> new OperatorWord.Stop(read.at(), read.by(), read.reason()))
                .orElseGet(() -> new OperatorWord.Stop(writtenAt, "unknown", UNREADABLE));
    }
}
