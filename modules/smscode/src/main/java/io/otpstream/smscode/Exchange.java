package io.otpstream.smscode;

import java.util.Map;

/** How one HTTP exchange ended, before anyone asks what the answer means. */
sealed interface Exchange {

    /**
     * A status line and headers arrived, and perhaps a body.
     *
     * @param headers names in lower case; the first of several with one name
     * @param token what the request was signed with, so that a dialect can keep it out of messages
     */
    record Answered(int status, Map<String, String> headers, AnswerBody body, ApiToken token) implements Exchange {

        /** Any 2xx. */
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }
    }

    /** Certainly no byte of the request left. */
    record NotSent(String detail) implements Exchange {}

    /** Some of the request may have left, and no status line came back. */
    record NoAnswer(String detail) implements Exchange {}
}
