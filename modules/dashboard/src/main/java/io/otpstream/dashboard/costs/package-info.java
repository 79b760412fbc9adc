/** Where the money went: sums over the records of {@code verification.costs}, and the balance beside them. */
@NullMarked
package io.otpstream.dashboard.costs;

import org.jspecify.annotations.NullMarked;
