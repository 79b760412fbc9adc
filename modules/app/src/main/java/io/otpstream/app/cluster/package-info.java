/** Kafka as short-lived programs use it: no consumer groups, time-outs that a person can wait for, committed records only. */
@NullMarked
package io.otpstream.app.cluster;

import org.jspecify.annotations.NullMarked;
