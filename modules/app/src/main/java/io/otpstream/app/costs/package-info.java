/** Where the money went, as the command shows it. */
@NullMarked
package io.otpstream.app.costs;

import org.jspecify.annotations.NullMarked;
