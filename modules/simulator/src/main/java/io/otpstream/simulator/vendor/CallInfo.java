package io.otpstream.simulator.vendor;

import java.util.Optional;

/**
 * What the vendor notes about a call beside what it asks for.
 *
 * @param requestId the {@code x-request-id} that the customer gave
 * @param answered false when the answer is not going to reach the customer
 */
public record CallInfo(Optional<String> requestId, boolean answered) {}
