/** Tests of what can be known of commits without a broker. */
@NullMarked
package io.otpstream.streams.commit;

import org.jspecify.annotations.NullMarked;
