/** Puts a pipeline together from the configuration. */
@NullMarked
package io.otpstream.app.pipeline;

import org.jspecify.annotations.NullMarked;
