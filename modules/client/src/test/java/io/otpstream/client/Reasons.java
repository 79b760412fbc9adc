package io.otpstream.client;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Why waiting was in vain. */
final class Reasons {

    private Reasons() {}

    static FailureReason of(ThrowingCallable wait) {
        return catchThrowableOfType(VerificationFailedException.class, wait).reason();
    }
}
