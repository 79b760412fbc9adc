package io.otpstream.app.trace;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A topic that doesn't go back far enough.
 *
 * @param topic its name
 * @param keptSince the timestamp of its oldest record, by the topic's clock; null if it keeps none at all
 */
public record Gap(String topic, @Nullable Instant keptSince) {

    /** For people. */
    public String sentence() {
        return topic + (keptSince == null ? " keeps nothing any more" : " keeps nothing from before " + keptSince);
    }
}
