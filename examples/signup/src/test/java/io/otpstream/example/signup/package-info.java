@NullMarked
package io.otpstream.example.signup;

import org.jspecify.annotations.NullMarked;
