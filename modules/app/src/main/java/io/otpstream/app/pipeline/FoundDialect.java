package io.otpstream.app.pipeline;

import io.otpstream.domain.api.Dialect;
import java.util.Locale;

/** The dialect to speak, and how it is known. */
public record FoundDialect(Dialect dialect, How how) {

    /** How a dialect is known. */
    public enum How {
        CONFIGURED("as configured"),
        ASKED("found by asking");

        private final String words;

        How(String words) {
            this.words = words;
        }
    }

    /** As people read it: {@code published (found by asking)}. */
    @Override
    public String toString() {
        return dialect.name().toLowerCase(Locale.ROOT) + " (" + how.words + ")";
    }
}
