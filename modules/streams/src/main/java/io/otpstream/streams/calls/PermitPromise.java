package io.otpstream.streams.calls;

import io.otpstream.streams.calls.ApiCalls.Outgoing;
import java.time.Instant;

/** A promise of the dispatcher. */
record PermitPromise(Bid bid, Instant sendBy, Dispatcher dispatcher) implements ApiCalls.Promise {

    @Override
    public void send(Outgoing call) {
        dispatcher.keepPromise(call, sendBy);
    }

    @Override
    public void giveBack() {
        dispatcher.breakPromise(bid);
    }
}
