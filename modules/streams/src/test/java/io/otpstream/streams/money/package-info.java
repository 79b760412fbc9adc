@NullMarked
package io.otpstream.streams.money;

import org.jspecify.annotations.NullMarked;
