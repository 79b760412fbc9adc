/** Which of a request's countries is tried first, by what is known of them. */
@NullMarked
package io.otpstream.domain.choice;

import org.jspecify.annotations.NullMarked;
