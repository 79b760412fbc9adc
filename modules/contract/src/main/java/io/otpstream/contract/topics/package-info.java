/** The catalogue of topics: what a broker should have, what it has, and how to get from the one to the other. */
@NullMarked
package io.otpstream.contract.topics;

import org.jspecify.annotations.NullMarked;
