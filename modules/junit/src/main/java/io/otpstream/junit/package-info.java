/** For tests that need a phone number and the code that is texted to it: {@link io.otpstream.junit.OtpstreamExtension}. */
@NullMarked
package io.otpstream.junit;

import org.jspecify.annotations.NullMarked;
