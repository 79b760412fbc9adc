/** Tries the published contract on the API itself: what of it holds, for the price of an order that is refunded. */
@NullMarked
package io.otpstream.app.live;

import org.jspecify.annotations.NullMarked;
