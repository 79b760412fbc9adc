package io.otpstream.benchmarks.choice;

import java.time.Duration;

/**
 * The same week for everybody.
 *
 * @param allKnowing knows each country's quality just now: what is left to gain
 */
public record VirtualChoice(
        ChoiceFigures listed, ChoiceFigures cheapest, ChoiceFigures best, ChoiceFigures allKnowing) {

    static final Duration WEEK = Duration.ofDays(7);

    /** Runs it four times. The same arguments give the same figures on every machine. */
    public static VirtualChoice run(long seed, int requests, int waitIdrPerMinute) {
        return new VirtualChoice(
                ChoiceWeek.run(Contender.LISTED, seed, requests, waitIdrPerMinute),
                ChoiceWeek.run(Contender.CHEAPEST, seed, requests, waitIdrPerMinute),
                ChoiceWeek.run(Contender.BEST, seed, requests, waitIdrPerMinute),
                ChoiceWeek.run(Contender.ALL_KNOWING, seed, requests, waitIdrPerMinute));
    }
}
