/**
 * The client of the SMSCode API: an implementation of the port in {@code io.otpstream.domain.api}.
 *
 * <p>Two halves meet in {@link io.otpstream.smscode.Exchange}. Below it {@code HttpTransport} carries one request to one
 * end: answered, not sent, or no answer. It knows HTTP and the token, no paths and no JSON. Above it a dialect
 * ({@link io.otpstream.smscode.GuideClient}) knows paths, fields and error codes, and nothing of connections.
 */
@NullMarked
package io.otpstream.smscode;

import org.jspecify.annotations.NullMarked;
