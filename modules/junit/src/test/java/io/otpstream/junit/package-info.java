@NullMarked
package io.otpstream.junit;

import org.jspecify.annotations.NullMarked;
