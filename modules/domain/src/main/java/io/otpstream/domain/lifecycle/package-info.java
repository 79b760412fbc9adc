/**
 * The life of a verification as a pure decider: state and event in, new state and effects out.
 *
 * <p>No clock, no randomness, no I/O: time is a parameter, and what the outside world should do is returned as {@link
 * io.otpstream.domain.lifecycle.Effect}s. {@link io.otpstream.domain.lifecycle.Lifecycle} is the way in; each state has
 * a decider of its own beside it.
 */
@NullMarked
package io.otpstream.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
