/**
 * The steps of the topology: reading what comes in, deciding, and writing what goes out. The decisions themselves are
 * the domain's.
 */
@NullMarked
package io.otpstream.streams.process;

import org.jspecify.annotations.NullMarked;
