package io.otpstream.app.requests;

import io.otpstream.contract.Decoded;
import io.otpstream.contract.VerificationRequest;
import java.util.List;

/**
 * What one line of a file holds.
 *
 * @param number counted from 1, where the request begins
 * @param decoded the request, or what is wrong with it
 * @param ignored names of fields that mean nothing
 */
record FileLine(int number, Decoded<VerificationRequest> decoded, List<String> ignored) {

    FileLine(int number, Decoded<VerificationRequest> decoded) {
        this(number, decoded, List.of());
    }

    static FileLine malformed(int number, String reason) {
        return new FileLine(number, new Decoded.Malformed<>(null, null, reason));
    }
}
