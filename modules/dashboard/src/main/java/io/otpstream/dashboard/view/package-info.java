/** What is shown, worked out of the tables. */
@NullMarked
package io.otpstream.dashboard.view;

import org.jspecify.annotations.NullMarked;
