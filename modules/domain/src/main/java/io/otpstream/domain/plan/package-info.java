/** What permits are spent on: how fast orders are created, and whose. Time is a parameter, and nothing here waits. */
@NullMarked
package io.otpstream.domain.plan;

import org.jspecify.annotations.NullMarked;
