/**
 * The clients of the SMSCode API: implementations of the port in {@code io.otpstream.domain.api}.
 *
 * <p>Two halves meet in {@link io.otpstream.smscode.Exchange}. Below it {@code HttpTransport} carries one request to one
 * end: answered, not sent, or no answer. It knows HTTP and the token, no paths and no JSON. Above it the two dialects
 * ({@link io.otpstream.smscode.GuideClient}, {@link io.otpstream.smscode.PublishedClient}) know paths, fields and error
 * codes, and nothing of connections; what they share is in {@code Calls}.
 */
@NullMarked
package io.otpstream.smscode;

import org.jspecify.annotations.NullMarked;
