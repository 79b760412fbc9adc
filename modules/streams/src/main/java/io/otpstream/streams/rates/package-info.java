/** How orders went and what they cost: an account per order, and tables that count accounts. */
@NullMarked
package io.otpstream.streams.rates;

import org.jspecify.annotations.NullMarked;
