/** How likely an order gets its code: what orders show of it, all of them or of late, and when that is bad news. */
@NullMarked
package io.otpstream.domain.rates;

import org.jspecify.annotations.NullMarked;
