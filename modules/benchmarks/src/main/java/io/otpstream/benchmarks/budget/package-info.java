/**
 * How many verifications a minute a budget of requests gives: the client that the vendor's guide describes, and how a
 * client is measured. Knows neither the pipeline nor whether time is virtual.
 */
@NullMarked
package io.otpstream.benchmarks.budget;

import org.jspecify.annotations.NullMarked;
