/**
 * The pipeline under a virtual clock: the processors, the decider and the dispatcher as they are, on a model of Kafka and
 * of the API that crashes, loses, doubles and delays as a seed says. One thread, no sleeping; a seed gives the same run
 * on every machine.
 */
@NullMarked
package io.otpstream.benchmarks.simulation;

import org.jspecify.annotations.NullMarked;
