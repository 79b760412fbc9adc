/** Arithmetic of the account: what explains its balance, and what is spent in an hour. Time is a parameter. */
@NullMarked
package io.otpstream.domain.money;

import org.jspecify.annotations.NullMarked;
