/**
 * Buying numbers in the published dialect: several requests share one create, which is sent until it is known what became
 * of it, and takes effect at most once. Pure: no clock, no I/O.
 */
@NullMarked
package io.otpstream.domain.purchase;

import org.jspecify.annotations.NullMarked;
