/** When codes arrive, learnt from the orders of all instances and told to all of them. */
@NullMarked
package io.otpstream.streams.arrivals;

import org.jspecify.annotations.NullMarked;
