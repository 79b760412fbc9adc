/**
 * The vendor's counter: HTTP, JSON and the dialects. {@link io.otpstream.simulator.http.GuideDialect} spells what the
 * vendor does in the words of the guide; another dialect can stand beside it over the same vendor.
 */
@NullMarked
package io.otpstream.simulator.http;

import org.jspecify.annotations.NullMarked;
