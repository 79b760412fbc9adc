/** One request's life, as the topics tell it. */
@NullMarked
package io.otpstream.app.trace;

import org.jspecify.annotations.NullMarked;
