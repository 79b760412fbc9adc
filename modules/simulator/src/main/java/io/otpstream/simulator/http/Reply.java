package io.otpstream.simulator.http;

/**
 * What a call says, if it reaches the customer.
 *
 * @param answered false when the vendor has decided that it must not
 * @param afterwards done when the answer is about to leave, whether it reaches the customer or not
 */
record Reply(Answer answer, boolean answered, Runnable afterwards) {

    Reply(Answer answer, boolean answered) {
        this(answer, answered, () -> {});
    }

    static Reply ok(Object data) {
        return new Reply(Answer.data(200, data), true);
    }

    static Reply ok(Object data, Object meta) {
        return new Reply(Answer.data(200, data, meta), true);
    }

    static Reply of(Answer answer) {
        return new Reply(answer, true);
    }

    Reply then(Runnable other) {
        return new Reply(answer, answered, other);
    }
}
