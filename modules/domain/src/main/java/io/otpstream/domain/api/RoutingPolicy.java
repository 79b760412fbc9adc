package io.otpstream.domain.api;

/** By what the published API picks among the providers of a product. */
public enum RoutingPolicy {
    /** {@code cheapest}, which is also the API's default. */
    CHEAPEST,
    /** {@code best_success}. */
    BEST_SUCCESS
}
