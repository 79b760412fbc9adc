/** Tests of what is learnt of arrivals. */
@NullMarked
package io.otpstream.streams.arrivals;

import org.jspecify.annotations.NullMarked;
