package io.otpstream.app.trace;

import java.time.Duration;

/**
 * A step in its place on the time line.
 *
 * @param afterStart since the first step
 * @param afterPrevious since the step before
 */
public record Moment(Step step, Duration afterStart, Duration afterPrevious) {}
