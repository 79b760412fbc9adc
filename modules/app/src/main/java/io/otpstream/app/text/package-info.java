/** Text for people at a terminal. */
@NullMarked
package io.otpstream.app.text;

import org.jspecify.annotations.NullMarked;
