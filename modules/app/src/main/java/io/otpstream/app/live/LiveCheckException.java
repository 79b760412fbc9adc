package io.otpstream.app.live;

import java.io.Serial;

/** The check can't go on; the message says why, and whether an order is left behind. */
public final class LiveCheckException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    LiveCheckException(String message) {
        super(message);
    }
}
