/** Tests of the way back, without a broker. */
@NullMarked
package io.otpstream.streams.replies;

import org.jspecify.annotations.NullMarked;
