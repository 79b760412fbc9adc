package io.otpstream.smscode;

/** An answer isn't what the contract describes. The message says what is wrong and doesn't quote it. */
final class UnreadableAnswerException extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String detail) {
        super(detail);
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
