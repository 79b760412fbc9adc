/** Which country is tried first, by the success rates that all instances read. */
@NullMarked
package io.otpstream.streams.choice;

import org.jspecify.annotations.NullMarked;
