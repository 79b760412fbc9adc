/** Tests of the API client: what answers mean without a network, and how exchanges end on real sockets. */
@NullMarked
package io.otpstream.smscode;

import org.jspecify.annotations.NullMarked;
