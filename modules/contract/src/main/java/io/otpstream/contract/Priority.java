package io.otpstream.contract;

/** Who waits for the code, and so who is served first when the rate budget is short. */
public enum Priority implements WireWord {
    /** A person or a test is waiting. */
    INTERACTIVE,
    /** Nobody is waiting: served with what interactive requests leave over. */
    BATCH
}
