/** How orders went so far, by country. */
@NullMarked
package io.otpstream.app.rates;

import org.jspecify.annotations.NullMarked;
