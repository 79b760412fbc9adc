/** What the documents say is held to what is there. */
@NullMarked
package io.otpstream.app.docs;

import org.jspecify.annotations.NullMarked;
