/** What is wrong before a pipeline is started, and how to mend it. */
@NullMarked
package io.otpstream.app.check;

import org.jspecify.annotations.NullMarked;
