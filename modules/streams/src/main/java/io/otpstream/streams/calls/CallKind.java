package io.otpstream.streams.calls;

/** What a permit is used for. */
public enum CallKind {
    CREATE,
    LOOK,
    CANCEL,
    FINISH,
    /** Asks for another text. */
    RESEND,
    /** Balance and catalogue. */
    CONTROL
}
