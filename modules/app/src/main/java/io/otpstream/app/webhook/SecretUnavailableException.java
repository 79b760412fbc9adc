package io.otpstream.app.webhook;

import java.io.Serial;

/** There is no usable secret; the message says why and doesn't hold it. */
public final class SecretUnavailableException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    SecretUnavailableException(String message) {
        super(message);
    }
}
