package io.otpstream.app.requests;

import io.otpstream.contract.ExpiryResult;
import io.otpstream.contract.OrderEvent;
import io.otpstream.contract.OtpResult;

/** What somebody who waits for a request wants to be told. */
public sealed interface WaitEvent {

    /** The request. */
    String requestId();

    /**
     * A number was rented: now is the time to enter it.
     *
     * @param order of type {@code placed}
     */
    record Placed(OrderEvent order) implements WaitEvent {
        @Override
        public String requestId() {
            return order.requestId();
        }
    }

    /** The code is there. */
    record Code(OtpResult result) implements WaitEvent {
        @Override
        public String requestId() {
            return result.requestId();
        }
    }

    /** The request ended, and no code will come. */
    record NoCode(ExpiryResult result) implements WaitEvent {
        @Override
        public String requestId() {
            return result.requestId();
        }
    }
}
