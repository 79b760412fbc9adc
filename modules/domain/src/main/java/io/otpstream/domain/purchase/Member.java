package io.otpstream.domain.purchase;

import io.otpstream.domain.lifecycle.Effect.SendCreate;

/**
 * A request that waits for one of a purchase's orders.
 *
 * @param create as its verification decided it: names the answer that it waits for
 */
public record Member(String requestId, SendCreate create) {}
