/** Whole processes under stress: what {@code otpstream bench} runs. */
@NullMarked
package io.otpstream.app.bench;

import org.jspecify.annotations.NullMarked;
