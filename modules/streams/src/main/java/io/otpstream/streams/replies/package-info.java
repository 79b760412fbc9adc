/** The way back: answers of the API as records on {@code otpstream.replies}. */
@NullMarked
package io.otpstream.streams.replies;

import org.jspecify.annotations.NullMarked;
