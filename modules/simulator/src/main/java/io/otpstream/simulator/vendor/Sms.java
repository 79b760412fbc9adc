package io.otpstream.simulator.vendor;

import java.time.Duration;
import java.util.Optional;

/**
 * A text message to a rented number.
 *
 * @param at when it arrives, model time
 * @param code what the vendor finds in it; empty when it finds none
 */
record Sms(Duration at, Optional<Secret> code, Secret text) {

    static Sms withCode(Duration at, Secret code) {
        return new Sms(at, Optional.of(code), new Secret("Your code is " + code.value()));
    }

    /** What a platform sends that would rather call. */
    static Sms withoutCode(Duration at) {
        return new Sms(at, Optional.empty(), new Secret("We are about to call you with your code"));
    }
}
