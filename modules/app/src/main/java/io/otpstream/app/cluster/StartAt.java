package io.otpstream.app.cluster;

/** Where a reader begins. */
public enum StartAt {
    /** With the oldest record that is still there. */
    BEGINNING,
    /** With the first record that is committed after the reader was opened. */
    END
}
