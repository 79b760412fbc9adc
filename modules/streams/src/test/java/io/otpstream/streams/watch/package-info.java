/** Tests of looking at all orders together. */
@NullMarked
package io.otpstream.streams.watch;

import org.jspecify.annotations.NullMarked;
