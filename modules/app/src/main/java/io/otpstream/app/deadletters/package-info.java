/** Records that couldn't be read: which there are, and how they are put back. */
@NullMarked
package io.otpstream.app.deadletters;

import org.jspecify.annotations.NullMarked;
