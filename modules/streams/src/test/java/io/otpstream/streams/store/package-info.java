/** Tests of the verifications store and of its rows. */
@NullMarked
package io.otpstream.streams.store;

import org.jspecify.annotations.NullMarked;
