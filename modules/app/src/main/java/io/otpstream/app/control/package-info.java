/** What people say to all instances at once: whether new orders are placed. */
@NullMarked
package io.otpstream.app.control;

import org.jspecify.annotations.NullMarked;
