package io.otpstream.streams.watch;

import java.time.Duration;

/**
 * How orders are looked at together, in real time.
 *
 * @param interval between two looks at all
 * @param lookGap least time between two looks at one order by itself
 */
public record WatchSettings(Duration interval, Duration lookGap) {}
