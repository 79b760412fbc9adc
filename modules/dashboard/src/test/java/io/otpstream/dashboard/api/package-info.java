@NullMarked
package io.otpstream.dashboard.api;

import org.jspecify.annotations.NullMarked;
