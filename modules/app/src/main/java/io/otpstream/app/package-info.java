/** The entry point of the {@code otpstream} command. */
@NullMarked
package io.otpstream.app;

import org.jspecify.annotations.NullMarked;
