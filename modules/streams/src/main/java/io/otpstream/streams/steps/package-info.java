/** What the parts of the topology share. */
@NullMarked
package io.otpstream.streams.steps;

import org.jspecify.annotations.NullMarked;
