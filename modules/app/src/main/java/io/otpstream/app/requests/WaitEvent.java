package io.otpstream.app.requests;

import io.otpstream.app.results.ResultRecord;
import io.otpstream.contract.OrderEvent;

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

    /**
     * Another text was asked for.
     *
     * @param order of type {@code resent} or {@code resend_refused}
     */
    record Resend(OrderEvent order) implements WaitEvent {
        @Override
        public String requestId() {
            return order.requestId();
        }
    }

    /** The code is there, or none will come. */
    record Ended(ResultRecord record) implements WaitEvent {
        @Override
        public String requestId() {
            return record.requestId();
        }
    }
}
