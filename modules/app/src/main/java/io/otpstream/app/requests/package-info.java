/** Requests from files, and what becomes of them: everything behind {@code otpstream request} but the command line. */
@NullMarked
package io.otpstream.app.requests;

import org.jspecify.annotations.NullMarked;
