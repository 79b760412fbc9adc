package io.otpstream.benchmarks.simulation;

import io.otpstream.streams.calls.CallKind;
import io.otpstream.streams.calls.CallMeter;
import java.time.Duration;

/** Nobody reads metrics here. */
final class NoMeter implements CallMeter {

    @Override
    public void sent(CallKind kind, Duration waited) {}

    @Override
    public void rateLimited() {}
}
