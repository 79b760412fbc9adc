package io.otpstream.app.live;

import java.util.Locale;

/** What became of an assumption. */
public enum Verdict {
    CONFIRMED,
    REFUTED,
    UNTESTED;

    /** As reports spell it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
