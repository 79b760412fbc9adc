package io.otpstream.smscode;

import java.io.InterruptedIOException;

/** A connection was there only when the permit had ended; nothing was sent over it. */
final class SentTooLateException extends InterruptedIOException {

    private static final long serialVersionUID = 1L;

    SentTooLateException() {
        super("no connection before the permit ended");
    }
}
