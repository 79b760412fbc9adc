/** Time in the API's world, which may run faster than the real one, and pauses. */
@NullMarked
package io.otpstream.domain.time;

import org.jspecify.annotations.NullMarked;
