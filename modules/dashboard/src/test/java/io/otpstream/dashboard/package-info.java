@NullMarked
package io.otpstream.dashboard;

import org.jspecify.annotations.NullMarked;
