/** The {@code verifications} store: one row per request id, with on-heap indexes of what is waiting and what is due. */
@NullMarked
package io.otpstream.streams.store;

import org.jspecify.annotations.NullMarked;
