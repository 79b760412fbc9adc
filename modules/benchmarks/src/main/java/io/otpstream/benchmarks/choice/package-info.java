/**
 * What it is worth to leave the choice of a country to the pipeline: its own decider, chooser and reader of the success
 * rates, for a week of virtual time.
 */
@NullMarked
package io.otpstream.benchmarks.choice;

import org.jspecify.annotations.NullMarked;
