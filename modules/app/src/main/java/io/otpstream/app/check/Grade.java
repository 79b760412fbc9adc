package io.otpstream.app.check;

import java.util.Locale;

/** How good what was found is. */
public enum Grade {
    /** As it should be. */
    OK,
    /** A pipeline can work with it, though not as well as it could. */
    WARN,
    /** A pipeline can't work like this. */
    WRONG,
    /** Nobody knows, because something else is wrong. */
    SKIPPED;

    /** As it is printed; public, like the ids of checks. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
