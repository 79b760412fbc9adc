package io.otpstream.domain.lifecycle;

/** Which of two waiting requests is ordered first. */
public enum Priority {
    /** Somebody, or a running test, waits for it. */
    INTERACTIVE,
    /** May wait for quiet times. */
    BATCH
}
