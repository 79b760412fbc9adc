/** Tests of the topology in the words of the domain. */
@NullMarked
package io.otpstream.streams;

import org.jspecify.annotations.NullMarked;
