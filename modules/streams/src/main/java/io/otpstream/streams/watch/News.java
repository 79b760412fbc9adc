package io.otpstream.streams.watch;

/**
 * What a request has to be told of its order.
 *
 * @param partition of the request's task
 */
record News(int partition, String requestId, Sighting sighting) {}
