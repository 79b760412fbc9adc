/**
 * The vendor's counter: HTTP, JSON and the dialects. {@link io.otpstream.simulator.http.GuideDialect} spells what the
 * vendor does in the words of the guide, {@link io.otpstream.simulator.http.PublishedDialect} in those of the published
 * contract, which also has webhooks.
 */
@NullMarked
package io.otpstream.simulator.http;

import org.jspecify.annotations.NullMarked;
