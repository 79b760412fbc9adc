package io.otpstream.streams.calls;

import io.otpstream.contract.Alert;

/** Takes alerts on their way to the topic. Never blocks. Safe for use by several threads. */
public interface AlertSink {

    void raise(Alert alert);
}
