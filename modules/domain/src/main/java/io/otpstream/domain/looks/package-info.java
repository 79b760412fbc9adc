/**
 * When codes arrive, learnt from how orders went. An age is that of an order, in seconds of the API's world: from when it
 * was placed, or the text triggered.
 */
@NullMarked
package io.otpstream.domain.looks;

import org.jspecify.annotations.NullMarked;
