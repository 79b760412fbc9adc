/**
 * Calling the API from stream threads without blocking them: who may call when, in which order, and what the answers
 * say about the API as a whole.
 */
@NullMarked
package io.otpstream.streams.calls;

import org.jspecify.annotations.NullMarked;
