/** The topics as tables in memory. */
@NullMarked
package io.otpstream.dashboard.tables;

import org.jspecify.annotations.NullMarked;
