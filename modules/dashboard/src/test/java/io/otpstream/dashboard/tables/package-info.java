@NullMarked
package io.otpstream.dashboard.tables;

import org.jspecify.annotations.NullMarked;
