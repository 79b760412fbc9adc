package io.otpstream.app.broker;

import org.jspecify.annotations.Nullable;

/** The embedded broker did not start; the message is a sentence for the person who started it. */
public final class BrokerStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    BrokerStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
