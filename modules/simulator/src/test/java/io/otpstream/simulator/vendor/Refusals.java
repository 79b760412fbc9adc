package io.otpstream.simulator.vendor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Asserts that the vendor refuses. */
final class Refusals {

    private Refusals() {}

    static RefusedException assertRefused(Refusal refusal, ThrowingCallable call) {
        RefusedException refused = catchThrowableOfType(RefusedException.class, call);
        assertThat(refused).isNotNull();
        assertThat(refused.refusal()).isEqualTo(refusal);
        return refused;
    }
}
