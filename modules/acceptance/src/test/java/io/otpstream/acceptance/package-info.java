/** Tests against real brokers and real processes, and the fixtures that start them. */
@NullMarked
package io.otpstream.acceptance;

import org.jspecify.annotations.NullMarked;
