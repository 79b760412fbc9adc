/** What becomes of the account's balance. */
@NullMarked
package io.otpstream.streams.money;

import org.jspecify.annotations.NullMarked;
