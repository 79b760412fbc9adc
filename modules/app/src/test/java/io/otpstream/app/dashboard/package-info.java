@NullMarked
package io.otpstream.app.dashboard;

import org.jspecify.annotations.NullMarked;
