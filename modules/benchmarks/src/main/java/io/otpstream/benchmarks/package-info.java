/** Measurements and simulations of the pipeline. */
@NullMarked
package io.otpstream.benchmarks;

import org.jspecify.annotations.NullMarked;
