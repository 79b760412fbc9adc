package io.otpstream.streams.calls;

/** What a permit is used for. */
public enum CallKind {
    CREATE,
    LOOK,
    CANCEL,
    /** Balance and catalogue. */
    CONTROL
}
