/** Tests of the parts that the steps of the topology are made of. */
@NullMarked
package io.otpstream.streams.process;

import org.jspecify.annotations.NullMarked;
