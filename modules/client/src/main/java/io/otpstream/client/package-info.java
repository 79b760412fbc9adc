/**
 * otpstream from a Java program: {@link io.otpstream.client.OtpClient} asks for numbers and codes, {@link
 * io.otpstream.client.SuccessRatesTable} tells how orders go in each country. Both read topics and write topics, as any
 * Kafka client can; see {@link io.otpstream.contract} for what travels there.
 */
@NullMarked
package io.otpstream.client;

import org.jspecify.annotations.NullMarked;
