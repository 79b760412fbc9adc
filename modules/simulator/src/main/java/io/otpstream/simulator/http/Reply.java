package io.otpstream.simulator.http;

/**
 * What a call says, if it reaches the customer.
 *
 * @param answered false when the vendor has decided that it must not
 */
record Reply(Answer answer, boolean answered) {

    static Reply ok(Object data) {
        return new Reply(Answer.data(200, data), true);
    }
}
