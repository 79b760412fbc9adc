/** Tests of the counts per country. */
@NullMarked
package io.otpstream.streams.rates;

import org.jspecify.annotations.NullMarked;
