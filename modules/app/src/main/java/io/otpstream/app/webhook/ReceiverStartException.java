package io.otpstream.app.webhook;

import java.io.Serial;

/** The receiver can't listen where it should. */
public final class ReceiverStartException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    ReceiverStartException(String host, int port, Throwable cause) {
        super("the webhook receiver can't listen on " + host + ":" + port + "; is something else using it?", cause);
    }
}
