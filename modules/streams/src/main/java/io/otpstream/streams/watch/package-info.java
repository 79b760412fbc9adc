/**
 * Looking at all orders of a process together, as the published contract allows it: one answer tells of all that are not
 * over, and what the API pushes comes first.
 */
@NullMarked
package io.otpstream.streams.watch;

import org.jspecify.annotations.NullMarked;
