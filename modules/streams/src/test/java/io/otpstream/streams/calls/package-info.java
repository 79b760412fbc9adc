/** Tests of the way to the API, without an API. */
@NullMarked
package io.otpstream.streams.calls;

import org.jspecify.annotations.NullMarked;
