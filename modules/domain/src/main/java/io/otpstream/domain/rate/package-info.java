/** Arithmetic of the API's rate limit. Time is a parameter, and nothing here waits. */
@NullMarked
package io.otpstream.domain.rate;

import org.jspecify.annotations.NullMarked;
