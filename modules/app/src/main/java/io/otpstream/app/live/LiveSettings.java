package io.otpstream.app.live;

import java.net.URI;
import java.util.OptionalInt;
import org.apache.kafka.common.config.types.Password;

/**
 * What a check against the API itself may do.
 *
 * @param url without a slash at its end
 * @param token of a test, which nothing else uses meanwhile
 * @param maxSpendIdr the most that the order may cost until it is refunded, whole rupiah
 * @param catalogProductId what to buy; empty for the cheapest in stock
 * @param speed how much faster than real the API's world runs; 1 but for the simulator
 */
public record LiveSettings(URI url, Password token, long maxSpendIdr, OptionalInt catalogProductId, double speed) {}
