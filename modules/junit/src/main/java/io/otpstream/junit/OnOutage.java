package io.otpstream.junit;

/**
 * What a test is reported as that gets no number or no code for reasons outside the tested product: where the {@link
 * io.otpstream.client.Suspect} is the market of numbers or the service. A code that was awaited and not texted is none.
 */
public enum OnOutage {
    /** The test fails. */
    FAIL,
    /** The test is aborted, as by a failed assumption: neither passed nor failed, with the reason in the report. */
    ABORT
}
