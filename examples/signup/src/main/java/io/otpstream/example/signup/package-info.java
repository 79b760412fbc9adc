/** A web application that verifies phone numbers, to show how one is tested. */
@NullMarked
package io.otpstream.example.signup;

import org.jspecify.annotations.NullMarked;
