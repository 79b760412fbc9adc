/** What {@code deploy/} says, beside what there is. */
@NullMarked
package io.otpstream.app.deploy;

import org.jspecify.annotations.NullMarked;
