package io.otpstream.streams.watch;

import io.otpstream.domain.api.Order;
import java.time.Instant;

/**
 * An order as it was seen.
 *
 * @param seenAt when the answer was there that says so, or when the API pushed it
 */
public record Sighting(Order order, Instant seenAt) {}
